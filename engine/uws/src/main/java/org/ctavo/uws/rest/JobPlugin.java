package org.ctavo.uws.rest;

import java.util.List;

import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.Services;
import org.ctavo.uws.JobQueue;

/** A plugin that brings kinds of jobs. */
public interface JobPlugin extends Plugin {

    /**
     * Registers kinds of jobs and makes the resources that show them. Called once, after the migrations have run and
     * before the queue is started.
     *
     * @param queue to register with
     * @param limits for the {@link JobEndpoint}s
     */
    List<Endpoint> jobEndpoints(Services services, JobQueue queue, RestLimits limits);
}
