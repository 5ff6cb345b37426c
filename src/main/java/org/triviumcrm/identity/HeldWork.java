package org.triviumcrm.identity;

import java.util.List;
import java.util.Map;

/**
 * A kind of work that a person holds and that somebody else takes over when the person leaves; for what is no
 * {@link OwnedRecords}, which are handed over by themselves. Implemented by the module that owns the work.
 */
public interface HeldWork {

    /** Name among all kinds, letters only, such as {@code task}. */
    String key();

    /** Message: what it is called. */
    String label();

    /** Place on the page; owned records come first, with places below 100. */
    int order();

    /** What one needs to hand it over. */
    String permission();

    /** What the person holds of it, empty when nothing. */
    List<HeldLine> held(Viewer viewer, long personId);

    /**
     * Gives it to these people in turn, in the caller's transaction and with a fixed number of statements.
     *
     * @param receivers active people, in the order they were chosen; none when the work is to go by its own rules
     * @return who got what: person by id
     */
    Map<Long, Long> handOver(Viewer viewer, long personId, List<Long> receivers);

    /** Gives back to the person what those who got it still have. @param given person by id, as {@link #handOver} answered */
    void takeBack(Viewer viewer, long personId, Map<Long, Long> given);
}
