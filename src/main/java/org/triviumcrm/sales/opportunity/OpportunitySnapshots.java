package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.reference.RecordNameRepository;
import org.triviumcrm.shared.format.Format;

/** What approvers see of an opportunity: what it is, and beside it what it becomes. */
@Component
class OpportunitySnapshots {

    private static final String LABEL = "sales.opportunity.";

    private final RecordNameRepository names;
    private final Format format;
    private final MessageSource messages;

    OpportunitySnapshots(RecordNameRepository names, Format format, MessageSource messages) {
        this.names = names;
        this.format = format;
        this.messages = messages;
    }

    /** @param input what was typed, see {@link OpportunityAttempts#input} */
    Snapshot of(OpportunityPage before, Exit exit, Object input, Locale locale) {
        LocaleContext own = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locale);
        try {
            Lines lines = new Lines();
            facts(lines, before, exit, input);
            said(lines, input);
            return new Snapshot(lines.all);
        } finally {
            LocaleContextHolder.setLocaleContext(own);
        }
    }

    private void facts(Lines lines, OpportunityPage before, Exit exit, Object input) {
        UpdateOpportunity then = then(before.toUpdate(), input);
        Viewer job = Viewer.job("sales.log.approval");
        boolean lost = input instanceof LoseOpportunity;
        Long competitor = input instanceof LoseOpportunity loss ? loss.competitorId() : then.competitorId();
        lines.add("name", before.name(), then.name());
        lines.add("customer", before.customer(), names.customer(job, then.customerId()));
        lines.add("contact", before.contact(), names.contact(job, then.contactId()));
        lines.add("product", before.product(), names.product(then.productId()));
        lines.add(lost ? "lostTo" : "competitor", before.competitor(), names.competitor(competitor));
        lines.add("amount", money(before.amount(), before.currency()), money(then.amount(), then.currency()));
        lines.add("expectedClose", format.date(before.expectedCloseDate()), format.date(then.expectedCloseDate()));
        lines.add("pipeline", before.pipeline(), before.pipeline());
        Long target = input instanceof MoveOpportunity move ? move.stageId() : null;
        lines.add("stage", before.stage(), target == null ? before.stage() : names.stage(target));
        lines.add("state", state(before.state(), before.finish()), state(before, exit));
        lines.add("owner", before.owner(), before.owner());
        lines.add("team", before.team(), before.team());
        lines.add("nextStep", before.nextStep(), then.nextStep());
        lines.changed("description", before.description(), then.description());
    }

    /** All of it as it will stand in its form. */
    private static UpdateOpportunity then(UpdateOpportunity now, Object input) {
        if (input instanceof UpdateOpportunity edit) {
            return edit;
        }
        return input instanceof StageAnswers said ? now.with(said) : now;
    }

    /** What the form says beside the facts. */
    private void said(Lines lines, Object input) {
        if (input instanceof MoveOpportunity move) {
            lines.said("moveReason", move.reason());
        } else if (input instanceof WinOpportunity win) {
            lines.said("closedOn", format.date(win.closedOn()));
            lines.said("closingNote", win.note());
        } else if (input instanceof LoseOpportunity loss) {
            lines.said("closedOn", format.date(loss.closedOn()));
            lines.said("lostReason", names.lostReason(loss.reasonId()));
            lines.said("closingNote", loss.note());
            lines.said("lessons", loss.lessons());
        } else if (input instanceof TerminateOpportunity end) {
            lines.said("lostReason", names.lostReason(end.reasonId()));
            lines.said("closingNote", end.note());
            lines.said("lessons", end.lessons());
        } else if (input instanceof SuspendOpportunity suspension) {
            lines.said("suspendedUntil", format.date(suspension.until()));
            lines.said("suspendReason", suspension.reason());
        } else if (input instanceof CloseOpportunity closure) {
            lines.said("closeReason", closure.reason());
            lines.said("closingNote", closure.note());
            lines.said("lessons", closure.lessons());
        } else if (input instanceof PurgeOpportunity purge) {
            lines.said("purgeReason", purge.reason());
        }
    }

    private String state(OpportunityPage before, Exit exit) {
        OpportunityLife now = new OpportunityLife(before.state(), before.finish());
        if (exit == Exit.PURGE) {
            return text("sales.life.purged");
        }
        boolean stays = exit == Exit.STAY || exit == Exit.REVISE;
        OpportunityLife then = stays ? now : now.after(LifeStep.valueOf(exit.name()));
        return state(then.state(), then.finish());
    }

    private String state(OpportunityState state, Finish finish) {
        String one = text("sales.state." + state);
        return finish == Finish.NONE ? one : one + " · " + text("sales.finish." + finish);
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private @Nullable String money(@Nullable BigDecimal amount, String currency) {
        return amount == null ? null : format.money(amount, currency);
    }

    private static final class Lines {
        private final List<Snapshot.Line> all = new ArrayList<>();

        void add(String label, @Nullable String before, @Nullable String after) {
            if (!changed(label, before, after) && known(after) != null) {
                all.add(new Snapshot.Line(LABEL + label, null, after, false));
            }
        }

        /** Of what is too long to stand there when it stays. */
        boolean changed(String label, @Nullable String before, @Nullable String after) {
            boolean changes = !Objects.equals(known(before), known(after));
            if (changes) {
                all.add(new Snapshot.Line(LABEL + label, known(before), known(after), true));
            }
            return changes;
        }

        private static @Nullable String known(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }

        void said(String label, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                all.add(new Snapshot.Line(LABEL + label, null, text, true));
            }
        }
    }
}
