package org.triviumcrm.sales.opportunity;

import static org.triviumcrm.sales.opportunity.OpportunityState.LOST;
import static org.triviumcrm.sales.opportunity.OpportunityState.OPEN;
import static org.triviumcrm.sales.opportunity.OpportunityState.SUSPENDED;
import static org.triviumcrm.sales.opportunity.OpportunityState.TERMINATED;
import static org.triviumcrm.sales.opportunity.OpportunityState.WON;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity as the rules say it would be, said without the code that it is held against: what may be done with it, what needs
 * an approval, and what comes of it. Flows are about amounts above {@value #SMALL}.
 */
final class ModelledDeal {

    static final int SMALL = 500;

    /** What people do with it. */
    enum Act {
        EDIT,
        MOVE,
        WIN,
        LOSE,
        REOPEN,
        SUSPEND,
        REACTIVATE,
        TERMINATE,
        CLOSE,
        ARCHIVE,
        UNARCHIVE,
        PURGE,
        DELETE,
        TRANSFER
    }

    /** What comes of an attempt. */
    enum Outcome {
        DONE,
        REFUSED,
        NEEDS_APPROVAL
    }

    /** How its case stands. */
    enum Case {
        NONE,
        RUNNING,
        RETURNED
    }

    /** What somebody does. @param stage where to @param amount what it is worth then, for acts that say so */
    record Deed(Act act, long stage, int amount, long owner) {}

    private static final Map<Act, String> TRIGGERS = Map.of(
            Act.MOVE, "MOVE",
            Act.WIN, "WIN",
            Act.LOSE, "LOSE",
            Act.REOPEN, "REACTIVATE",
            Act.SUSPEND, "SUSPEND",
            Act.REACTIVATE, "REACTIVATE",
            Act.TERMINATE, "TERMINATE",
            Act.CLOSE, "CLOSE",
            Act.ARCHIVE, "ARCHIVE",
            Act.PURGE, "PURGE");

    private static final Set<Act> SAYING = EnumSet.of(Act.WIN, Act.EDIT, Act.MOVE, Act.REOPEN);

    private static final Set<OpportunityState> DECIDED = EnumSet.of(WON, LOST, TERMINATED);

    private final long first;
    private final long won;
    private final long lost;
    private final Set<String> flows = new HashSet<>();
    private final Set<List<Object>> approvedStages = new HashSet<>();
    private OpportunityState state = OPEN;
    private Finish finish = Finish.NONE;
    private long stage;
    private int amount;
    private long owner;
    private Case open = Case.NONE;
    private boolean gone;
    private boolean onceDecided;
    /** What is submitted; null when it is that it stays where it is. */
    private @Nullable Deed submitted;
    /** What the case is about: with what it may be asked for anew. */
    private String aim = "";

    ModelledDeal(long first, long won, long lost, int amount, long owner) {
        this.first = first;
        this.won = won;
        this.lost = lost;
        this.stage = first;
        this.amount = amount;
        this.owner = owner;
    }

    /** A flow that is about amounts above the limit begins or ceases to count. */
    void flow(String trigger, boolean active) {
        if (active) {
            flows.add(trigger);
        } else {
            flows.remove(trigger);
        }
    }

    boolean hasFlow(String trigger) {
        return flows.contains(trigger);
    }

    /** @param may whether the person may do such a thing with this one at all */
    Outcome outcome(Deed deed, boolean may) {
        if (!may || open == Case.RUNNING || !fits(deed)) {
            return Outcome.REFUSED;
        }
        String trigger = trigger(deed);
        int then = deed.act() == Act.WIN || deed.act() == Act.EDIT ? deed.amount() : amount;
        boolean asked = trigger != null && flows.contains(trigger) && then > SMALL;
        if (open == Case.RETURNED && (trigger != null || deed.act() == Act.DELETE)) {
            // may only be asked for anew, with other values
            return asked && !isToStay(deed) && aim(deed).equals(aim) ? Outcome.NEEDS_APPROVAL : Outcome.REFUSED;
        }
        return asked || isToStay(deed) ? Outcome.NEEDS_APPROVAL : Outcome.DONE;
    }

    private String aim(Deed deed) {
        boolean leads = deed.act() == Act.MOVE || deed.act() == Act.REOPEN;
        return trigger(deed) + (leads ? deed.stage() : "");
    }

    /** Whether what is in its stage has first to be approved for that. */
    private boolean isToStay(Deed deed) {
        return (deed.act() == Act.MOVE || deed.act() == Act.WIN)
                && flows.contains("MOVE")
                && amount > SMALL
                && stage != first
                && !approvedStages.contains(List.of(stage, amount, owner));
    }

    /** What may be done with it as it stands, if no approval is in the way, and without an end to everything. */
    List<Act> fitting() {
        return Stream.of(Act.values())
                .filter(act -> act != Act.DELETE)
                .filter(act -> fits(new Deed(act, 0, 0, 0)))
                .toList();
    }

    private boolean fits(Deed deed) {
        boolean active = finish == Finish.NONE;
        return switch (deed.act()) {
            case EDIT -> active;
            case MOVE -> state == OPEN && deed.stage() != stage;
            case WIN, SUSPEND -> state == OPEN;
            case LOSE, TERMINATE -> state == OPEN || state == SUSPENDED;
            case REACTIVATE -> state == SUSPENDED;
            case REOPEN -> active && (state == WON || state == LOST);
            case CLOSE -> active && DECIDED.contains(state);
            case ARCHIVE -> finish == Finish.CLOSED;
            case UNARCHIVE, PURGE -> finish == Finish.ARCHIVED;
            case DELETE -> !DECIDED.contains(state) && !onceDecided;
            case TRANSFER -> true;
        };
    }

    private @Nullable String trigger(Deed deed) {
        if (deed.act() == Act.EDIT) {
            return state == WON && deed.amount() != amount ? "WIN" : null;
        }
        return TRIGGERS.get(deed.act());
    }

    /** It is done. */
    void take(Deed deed) {
        switch (deed.act()) {
            case EDIT -> {
                if (deed.amount() != amount && state != WON) {
                    approvedStages.clear();
                }
                amount = deed.amount();
            }
            case TRANSFER -> {
                approvedStages.clear();
                owner = deed.owner();
            }
            case MOVE -> stage = deed.stage();
            case WIN -> {
                amount = deed.amount();
                end(WON, won);
            }
            case LOSE -> end(LOST, lost);
            case TERMINATE -> end(TERMINATED, lost);
            case REOPEN -> {
                onceDecided = true;
                end(OPEN, deed.stage());
            }
            case SUSPEND -> state = SUSPENDED;
            case REACTIVATE -> state = OPEN;
            case CLOSE, UNARCHIVE -> finish = Finish.CLOSED;
            case ARCHIVE -> finish = Finish.ARCHIVED;
            case PURGE, DELETE -> gone = true;
        }
    }

    private void end(OpportunityState next, long where) {
        state = next;
        stage = where;
    }

    /** Somebody asks for what needs an approval. */
    void submit(Deed deed) {
        submitted = isToStay(deed) ? null : deed;
        aim = isToStay(deed) ? "" : aim(deed);
        open = Case.RUNNING;
    }

    void approve() {
        Deed deed = submitted;
        open = Case.NONE;
        if (deed != null) {
            take(deed);
        }
        if (deed == null || deed.act() == Act.MOVE) {
            approvedStages.add(List.of(stage, amount, owner));
        }
    }

    /** Rejected or recalled. */
    void end() {
        open = Case.NONE;
    }

    void giveBack() {
        open = Case.RETURNED;
    }

    void resubmit() {
        open = Case.RUNNING;
    }

    /** Whether what was returned can be asked for again as it was; what says more than what is done is asked for with its form. */
    boolean mayResubmit() {
        return submitted == null || fits(submitted) && !SAYING.contains(submitted.act());
    }

    Case open() {
        return open;
    }

    /** Whether nothing but what it once was keeps it from being deleted. */
    boolean isSpared() {
        return onceDecided && open == Case.NONE && (state == OPEN || state == SUSPENDED);
    }

    boolean isGone() {
        return gone;
    }

    OpportunityLife life() {
        return new OpportunityLife(state, finish);
    }

    /** As the database says it. */
    @Override
    public String toString() {
        return gone
                ? "gone"
                : "%s %s stage %d worth %d of %d%s"
                        .formatted(state, finish, stage, amount, owner, open == Case.RUNNING ? " locked" : "");
    }
}
