package org.ctavo.provenance.model;

/** An instance of a class or relation of the Provenance Data Model. Immutable. */
public sealed interface ProvRecord permits Entity, Activity, Agent, Relation, Description, Configuration {}
