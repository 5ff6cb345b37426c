package org.triviumcrm.sales.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.approval.Snapshot.Kind;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.reference.RecordNameRepository;

/** What approvers see of an opportunity: what it is, and beside it what it becomes. */
@Component
class OpportunitySnapshots {

    private static final String LABEL = "sales.opportunity.";

    private final RecordNameRepository names;
    private final PurgeRepository purges;
    private final CustomFields fields;

    OpportunitySnapshots(RecordNameRepository names, PurgeRepository purges, CustomFields fields) {
        this.names = names;
        this.purges = purges;
        this.fields = fields;
    }

    /** @param input what was typed, see {@link OpportunityAttempts#input} */
    Snapshot of(OpportunityPage before, Exit exit, Object input) {
        Lines lines = new Lines();
        facts(lines, before, exit, input);
        said(lines, input);
        if (exit == Exit.PURGE) {
            lines.said("purgeShares", shares(before));
        }
        return new Snapshot(lines.all);
    }

    private void facts(Lines lines, OpportunityPage before, Exit exit, Object input) {
        UpdateOpportunity then = then(before.toUpdate(), input);
        Viewer job = job();
        boolean lost = input instanceof LoseOpportunity;
        Long competitor = input instanceof LoseOpportunity loss ? loss.competitorId() : then.competitorId();
        lines.add("name", before.name(), then.name());
        lines.add("customer", before.customer(), names.customer(job, then.customerId()));
        lines.add("contact", before.contact(), names.contact(job, then.contactId()));
        lines.add("product", before.product(), names.product(then.productId()));
        lines.add(lost ? "lostTo" : "competitor", before.competitor(), names.competitor(competitor));
        lines.add(
                Kind.MONEY,
                "amount",
                Snapshot.money(before.amount(), before.currency()),
                Snapshot.money(then.amount(), then.currency()));
        lines.add(
                Kind.DATE,
                "expectedClose",
                Snapshot.date(before.expectedCloseDate()),
                Snapshot.date(then.expectedCloseDate()));
        lines.add("pipeline", before.pipeline(), before.pipeline());
        Long target = input instanceof MoveOpportunity move ? move.stageId() : null;
        lines.add("stage", before.stage(), target == null ? before.stage() : names.stage(target));
        lines.add(Kind.MESSAGES, "state", state(before.state(), before.finish()), state(before, exit));
        lines.add("owner", before.owner(), before.owner());
        lines.add("team", before.team(), before.team());
        lines.add("nextStep", before.nextStep(), then.nextStep());
        lines.changed(Kind.TEXT, "description", before.description(), then.description());
        if (input instanceof UpdateOpportunity edit) {
            custom(lines, before.custom(), fields.read(job, OpportunityList.NOUN, edit.custom(), before.custom()));
        }
    }

    /** What an administrator has added, in the language of whoever asks for the approval. */
    private void custom(Lines lines, CustomValues before, CustomValues then) {
        Locale locale = LocaleContextHolder.getLocale();
        for (FieldSpec field : fields.of(OpportunityList.NOUN)) {
            lines.named(field.message(), fields.text(field, before, locale), fields.text(field, then, locale));
        }
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
            lines.said(Kind.DATE, "closedOn", Snapshot.date(win.closedOn()));
            lines.said("closingNote", win.note());
        } else if (input instanceof LoseOpportunity loss) {
            lines.said(Kind.DATE, "closedOn", Snapshot.date(loss.closedOn()));
            lines.said("lostReason", names.lostReason(loss.reasonId()));
            lines.said("closingNote", loss.note());
            lines.said("lessons", loss.lessons());
        } else if (input instanceof TerminateOpportunity end) {
            lines.said("lostReason", names.lostReason(end.reasonId()));
            lines.said("closingNote", end.note());
            lines.said("lessons", end.lessons());
        } else if (input instanceof SuspendOpportunity suspension) {
            lines.said(Kind.DATE, "suspendedUntil", Snapshot.date(suspension.until()));
            lines.said("suspendReason", suspension.reason());
        } else if (input instanceof CloseOpportunity closure) {
            lines.said("closeReason", closure.reason());
            lines.said("closingNote", closure.note());
            lines.said("lessons", closure.lessons());
        } else if (input instanceof PurgeOpportunity purge) {
            lines.said("purgeReason", purge.reason());
        }
    }

    /** Person by person, the greatest first. */
    private String shares(OpportunityPage gone) {
        return purges.people(job(), gone.id()).shares().stream()
                .map(share -> share.person() + " "
                        + share.percent().stripTrailingZeros().toPlainString() + "%")
                .collect(Collectors.joining(", "));
    }

    private static String state(OpportunityPage before, Exit exit) {
        OpportunityLife now = new OpportunityLife(before.state(), before.finish());
        if (exit == Exit.PURGE) {
            return "sales.life.purged";
        }
        boolean stays = exit == Exit.STAY || exit == Exit.REVISE;
        OpportunityLife then = stays ? now : now.after(LifeStep.valueOf(exit.name()));
        return state(then.state(), then.finish());
    }

    private static String state(OpportunityState state, Finish finish) {
        String one = "sales.state." + state;
        return finish == Finish.NONE ? one : one + " sales.finish." + finish;
    }

    private static Viewer job() {
        return Viewer.job("sales.log.approval");
    }

    private static final class Lines {
        private final List<Snapshot.Line> all = new ArrayList<>();

        void add(String label, @Nullable String before, @Nullable String after) {
            add(Kind.TEXT, label, before, after);
        }

        void add(Kind kind, String label, @Nullable String before, @Nullable String after) {
            if (!changed(kind, label, before, after) && known(after) != null) {
                all.add(new Snapshot.Line(LABEL + label, null, after, false, kind));
            }
        }

        /** Of what changes only. @param label the whole key */
        void named(String label, @Nullable String before, @Nullable String after) {
            if (!Objects.equals(before, after)) {
                all.add(new Snapshot.Line(label, before, after, true, Kind.TEXT));
            }
        }

        /** Of what is too long to stand there when it stays. */
        boolean changed(Kind kind, String label, @Nullable String before, @Nullable String after) {
            boolean changes = !Objects.equals(known(before), known(after));
            if (changes) {
                all.add(new Snapshot.Line(LABEL + label, known(before), known(after), true, kind));
            }
            return changes;
        }

        private static @Nullable String known(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }

        void said(String label, @Nullable String text) {
            said(Kind.TEXT, label, text);
        }

        void said(Kind kind, String label, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                all.add(new Snapshot.Line(LABEL + label, null, value, true, kind));
            }
        }
    }
}
