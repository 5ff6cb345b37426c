package org.triviumcrm.messaging;

/**
 * A number that the pages show to a person and that changes while they are open, such as notices that are not read.
 * Modules declare beans; a page shows it in an element with {@code data-count="<key>"}. All counts of all people who look
 * are read in one statement.
 */
public interface LiveCount {

    /** So many are counted at most; pages show one less and a plus. */
    int CAP = 100;

    /** Letters and hyphens. */
    String key();

    /**
     * A scalar SQL query over the person {@code p.id}, answered from an index, which counts to {@link #CAP}: {@code select count(*)
     * from (select 1 from notice n where n.person_id = p.id and n.read_at is null limit 100) c}.
     */
    String sql();
}
