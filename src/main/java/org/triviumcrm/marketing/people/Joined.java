package org.triviumcrm.marketing.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkRefusal;

/** A record that was chosen, and what became of it. */
public record Joined(long id, Outcome outcome) {

    /** What becomes of people who were chosen. */
    public enum Outcome {
        ADDED,
        /** Wants neither e-mails nor calls. */
        MUTE,
        /** Has opted out of the list. */
        OPTED_OUT,
        /** Is there already. */
        THERE
    }

    private static final BulkRefusal MUTE = BulkRefusal.of("marketing.participant.refused.mute");
    private static final BulkRefusal OPTED_OUT = BulkRefusal.of("marketing.audience.refused.optedOut");
    private static final BulkRefusal NOBODY = BulkRefusal.of("marketing.participant.refused.nobody");

    /** Of those chosen, the ones who did not come in, and why; {@code there} says that they were there already. */
    public static Map<Long, BulkRefusal> refusals(ChosenPeople chosen, List<Joined> joined, BulkRefusal there) {
        Map<Long, BulkRefusal> refused =
                new HashMap<>(BulkAction.all(chosen.ids(), chosen.contactsOf() ? NOBODY : BulkRefusal.GONE));
        for (Joined one : joined) {
            switch (one.outcome()) {
                case ADDED -> refused.remove(one.id());
                case MUTE -> refused.put(one.id(), MUTE);
                case OPTED_OUT -> refused.put(one.id(), OPTED_OUT);
                case THERE -> refused.put(one.id(), there);
            }
        }
        return refused;
    }
}
