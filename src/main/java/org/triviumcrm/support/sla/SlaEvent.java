package org.triviumcrm.support.sla;

import java.time.Instant;

/** Something that happened to a ticket and that its promises depend on. */
public record SlaEvent(Instant at, Kind kind) {

    /** In the order in which events of the same instant count. */
    public enum Kind {
        OPENED,
        /** The customer wrote. */
        ASKED,
        /** A person wrote to the customer. */
        ANSWERED,
        /** It has a status in which time counts; after {@link #SOLVED} it is reopened by that. */
        COUNTING,
        /** It has a status in which time stands still. */
        WAITING,
        SOLVED,
        /** Closed or merged into another: nothing comes after it. */
        ENDED;

        boolean isStatus() {
            return ordinal() >= COUNTING.ordinal();
        }
    }
}
