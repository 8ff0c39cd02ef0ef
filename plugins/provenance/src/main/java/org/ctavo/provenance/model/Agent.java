package org.ctavo.provenance.model;

/**
 * Someone or something that answers for an activity or entity (ProvenanceDM 1.0, section 2.4).
 *
 * @param id unique identifier, an IRI
 * @param name for people; null where only the identifier is known, which then serves as the name
 * @param type person, organization or software
 * @param comment for people
 * @param email address
 * @param affiliation organization or institute
 * @param phone number
 * @param address postal address
 * @param url page about the agent
 */
public record Agent(
        String id,
        String name,
        AgentType type,
        String comment,
        String email,
        String affiliation,
        String phone,
        String address,
        String url)
        implements ProvRecord {

    /** An agent with a name and a type. */
    public static Agent of(String id, String name, AgentType type) {
        return new Agent(id, name, type, null, null, null, null, null, null);
    }
}
