package org.triviumcrm.marketing.roster;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportRow;

/**
 * A person who is put somewhere, with the rows of a batch that say so, in their order.
 *
 * @param placeId where, such as a campaign
 * @param record what is there already; null for somebody who comes in
 */
public record Seat(long placeId, Person person, @Nullable ExistingRecord record, List<ImportRow> rows) {

    /** Somebody whom rows mean: each of them once, in a trial also those who are not there yet. */
    public static final class Person {

        private final PersonKind kind;
        private final boolean mute;
        private long id;

        Person(PersonKind kind, long id, boolean mute) {
            this.kind = kind;
            this.id = id;
            this.mute = mute;
        }

        /** 0 for one who becomes a lead only when it is no trial. */
        public long id() {
            return id;
        }

        /** Whether they want neither e-mails nor calls. */
        public boolean isMute() {
            return mute;
        }

        PersonKind kind() {
            return kind;
        }

        void becomes(long leadId) {
            id = leadId;
        }
    }

    /** Columns of a new row for this person in this place. */
    Map<String, Object> columns(SeatTable table) {
        return Map.of(table.column(), placeId, person.kind.column(), person.id);
    }
}
