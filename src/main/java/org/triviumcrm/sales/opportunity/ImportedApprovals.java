package org.triviumcrm.sales.opportunity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.FieldCarrier;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.sales.exit.Around;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.FactKeys;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.sales.exit.OpportunityFacts;
import org.triviumcrm.sales.exit.OpportunityFactsRepository;
import org.triviumcrm.sales.exit.OpportunityStates;
import org.triviumcrm.sales.opportunity.ImportedStageRepository.Stage;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.RecordWriter.Changed;
import org.triviumcrm.shared.web.Refusal;

/** Keeps an import from doing what an approval stands in the way of: rows are refused with the reason. */
@Component
class ImportedApprovals {

    private static final Map<String, String> MATERIAL = Map.of(
            "amount", FactKeys.AMOUNT,
            "currency", FactKeys.CURRENCY,
            "product_id", FactKeys.PRODUCT,
            "customer_id", FactKeys.CUSTOMER,
            "owner_id", FactKeys.OWNER);

    private final OpportunityExits exits;
    private final OpportunityFactsRepository facts;
    private final OpportunityStates states;
    private final ApprovalLockRepository locks;
    private final Viewers viewers;
    private final CustomFields fields;

    ImportedApprovals(
            OpportunityExits exits,
            OpportunityFactsRepository facts,
            OpportunityStates states,
            ApprovalLockRepository locks,
            Viewers viewers,
            CustomFields fields) {
        this.fields = fields;
        this.exits = exits;
        this.facts = facts;
        this.states = states;
        this.locks = locks;
        this.viewers = viewers;
    }

    /**
     * Refuses rows and takes them out of these, with a fixed number of statements for the whole batch; the rows of the
     * records are locked already.
     */
    void refuse(
            ImportContext context,
            List<ImportedOpportunity> fresh,
            List<Changed> changed,
            Map<Changed, ImportedOpportunity> moved) {
        refuseThem(context, fresh, changed, moved);
        fresh.removeIf(one -> one.row().refusal() != null);
        changed.removeIf(one -> one.row().refusal() != null);
        moved.keySet().retainAll(changed);
    }

    private void refuseThem(
            ImportContext context,
            List<ImportedOpportunity> fresh,
            List<Changed> changed,
            Map<Changed, ImportedOpportunity> moved) {
        if (!fresh.isEmpty() && exits.watched()) {
            refuseNew(context, fresh);
        }
        if (changed.isEmpty()) {
            if (!context.dry() && !fresh.isEmpty()) {
                exits.openBySql(Exit.IMPORT);
            }
            return;
        }
        Around around = facts.around(wanted(changed, "customer_id"), wanted(changed, "product_id"));
        Map<Long, Changed> byId = changed.stream()
                .collect(Collectors.toMap(one -> one.record().id(), Function.identity(), (one, other) -> one));
        List<Attempt> attempts = byId.values().stream()
                .map(one -> attempt(one, moved.get(one), around))
                .toList();
        OpportunityExits.Passages passages =
                context.dry() ? exits.tryAll(attempts) : exits.openAll(Exit.IMPORT, attempts);
        passages.refused().forEach((id, refusal) -> refuse(Objects.requireNonNull(byId.get(id)), refusal));
        if (!context.dry()) {
            List<Changed> material = byId.values().stream()
                    .filter(one -> one.row().refusal() == null)
                    .filter(one -> !materialChanges(one).isEmpty())
                    .toList();
            exits.changed(
                    material.stream().map(one -> one.record().id()).toList(),
                    material.stream()
                            .flatMap(one -> materialChanges(one).stream())
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    /** What an undo may not touch now; the others are free for it. */
    Set<Long> keep(Collection<Long> ids) {
        exits.openBySql(Exit.IMPORT_UNDO);
        Set<Long> kept = new HashSet<>(locks.locked(ids).keySet());
        kept.addAll(exits.openCases(ids));
        return kept;
    }

    private Attempt attempt(Changed change, @Nullable ImportedOpportunity moved, Around around) {
        ExistingRecord record = change.record();
        Map<String, Object> changes = change.changes();
        Exit exit = Exit.EDIT;
        Long target = null;
        boolean won = "WON".equals(record.text("state"));
        Stage stage = moved == null ? null : moved.stage();
        if (stage != null) {
            boolean open = "OPEN".equals(record.text("state"));
            exit = !stage.isOpen()
                    ? Exit.valueOf(stage.kind().equals("WON") ? "WIN" : "LOSE")
                    : open ? Exit.MOVE : Exit.REOPEN;
            target = stage.isOpen() ? Long.valueOf(stage.id()) : null;
        } else if (won && !materialChanges(change).isEmpty()) {
            exit = Exit.REVISE;
        }
        return new Attempt(
                exit,
                record.id(),
                record.number("approval_case_id"),
                target,
                Map.of(),
                now -> ImportedFacts.after(now, changes, stage, around));
    }

    private List<String> materialChanges(Changed change) {
        Map<String, Object> changes = change.changes();
        List<String> material = new ArrayList<>(MATERIAL.entrySet().stream()
                .filter(entry -> changes.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList());
        if (changes.get(FieldCarrier.COLUMN) instanceof CustomValues after) {
            material.addAll(states.changed(CustomValues.valueOf(change.record().text(FieldCarrier.COLUMN)), after));
        }
        return material;
    }

    private static List<Long> wanted(List<Changed> changed, String column) {
        return changed.stream()
                .map(one -> ImportedFacts.id(one.changes().get(column)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What was decided before the flow was switched on needed nobody's approval then. */
    private void refuseNew(ImportContext context, List<ImportedOpportunity> fresh) {
        Around around = facts.around(
                ids(fresh.stream().map(one -> one.row().id("customer"))),
                ids(fresh.stream().map(one -> one.row().id("product"))));
        List<ImportedOpportunity> asked = new ArrayList<>();
        List<Proposal> proposals = new ArrayList<>();
        for (ImportedOpportunity one : fresh) {
            Stage stage = one.stage();
            if (stage == null || stage.isOpen() && stage.first()) {
                continue;
            }
            String trigger = stage.isOpen() ? "MOVE" : stage.kind().equals("WON") ? "WIN" : "LOSE";
            CustomValues custom = said(context, one.row());
            if (one.row().refusal() != null) {
                continue;
            }
            OpportunityFacts begun = ImportedFacts.of(one, context, around, custom);
            if (one.row().refusal() == null) {
                asked.add(one);
                proposals.add(states.proposal(begun, trigger, stage.isOpen() ? Long.valueOf(stage.id()) : null));
            }
        }
        List<Optional<Requirement>> needed = exits.requirements(proposals);
        Boolean history = null;
        for (int at = 0; at < asked.size(); at++) {
            ImportedOpportunity one = asked.get(at);
            Requirement requirement = needed.get(at).orElse(null);
            Instant decided = one.enteredAt();
            if (requirement != null && !decided.isBefore(requirement.since())) {
                history = history == null ? mayImportHistory(context) : history;
                if (!history) {
                    one.row().refuse("exchange.refusal.approval", "stage", requirement.flowName());
                }
            }
        }
    }

    /** Of the fields that administrators have added; refuses what is none of their values. */
    private CustomValues said(ImportContext context, ImportRow row) {
        Map<String, Object> columns = new HashMap<>();
        fields.take(FactKeys.TYPE, context, row, null, columns);
        return columns.get(FieldCarrier.COLUMN) instanceof CustomValues values ? values : CustomValues.NONE;
    }

    private boolean mayImportHistory(ImportContext context) {
        return viewers.find(context.personId())
                .filter(viewer -> viewer.can("approval.history.import"))
                .isPresent();
    }

    private static List<Long> ids(Stream<@Nullable Long> some) {
        return some.filter(Objects::nonNull).distinct().toList();
    }

    private static void refuse(Changed change, Refusal refusal) {
        if (refusal instanceof ApprovalNeeded needed) {
            change.row()
                    .refuse(
                            "exchange.refusal.approval",
                            "stage",
                            needed.requirement().flowName());
        } else {
            change.row().refuse("exchange.refusal.underApproval", "");
        }
    }
}
