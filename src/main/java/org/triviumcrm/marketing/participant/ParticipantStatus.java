package org.triviumcrm.marketing.participant;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.triviumcrm.marketing.exit.CampaignState;

/**
 * How far a person has come in a campaign. Forward only, and each status once: the times of those that were passed stay. Of two that
 * came at the same time the one further down counts as the later one.
 */
public enum ParticipantStatus {
    /** On the list, nothing has been said to them yet; all there is while the campaign is still being planned. */
    CHOSEN,
    INVITED,
    REGISTERED,
    /** Was expected and did not come; may still. */
    NO_SHOW,
    ATTENDED,
    RESPONDED;

    /** What may follow it. */
    public Set<ParticipantStatus> next() {
        return switch (this) {
            case CHOSEN -> EnumSet.of(INVITED, REGISTERED, ATTENDED, RESPONDED);
            case INVITED -> EnumSet.of(REGISTERED, NO_SHOW, ATTENDED, RESPONDED);
            case REGISTERED -> EnumSet.of(NO_SHOW, ATTENDED, RESPONDED);
            case NO_SHOW -> EnumSet.of(ATTENDED, RESPONDED);
            case ATTENDED -> EnumSet.of(RESPONDED);
            case RESPONDED -> EnumSet.of(ATTENDED);
        };
    }

    /** Those that it may follow. */
    List<String> before() {
        return Stream.of(values())
                .filter(status -> status.next().contains(this))
                .map(Enum::name)
                .toList();
    }

    /** Whether a person may be put into it while the campaign is in this state. */
    boolean fits(CampaignState state) {
        return switch (state) {
            case PLANNED, SUBMITTED -> this == CHOSEN;
            case APPROVED, RUNNING, COMPLETED -> true;
            case CANCELLED -> false;
        };
    }

    /** The states of a campaign in which a person may be put into it. */
    List<String> states() {
        return Stream.of(CampaignState.values())
                .filter(this::fits)
                .map(Enum::name)
                .toList();
    }

    /** Column of the time at which a person came to it; there is none for {@link #CHOSEN}. */
    String column() {
        if (this == CHOSEN) {
            throw new IllegalStateException("Nobody notes when somebody was chosen");
        }
        return name().toLowerCase(Locale.ROOT) + "_at";
    }
}
