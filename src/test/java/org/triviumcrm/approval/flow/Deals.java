package org.triviumcrm.approval.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.triviumcrm.approval.ApprovalField;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.approval.ApprovalTrigger;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.CaseRef;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/** Records that exist only in a test's memory, with a field of each kind. */
public final class Deals implements ApprovalSubject {

    /** Asked for by tests that build flows; the same class for all of them, so that they share an application. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Registered {
        @Bean
        Deals deals() {
            return new Deals();
        }
    }

    final Map<Long, SubjectState> records = new ConcurrentHashMap<>();

    public SubjectState put(long id, String amount, Long teamId) {
        SubjectState state = new SubjectState(
                id,
                "Deal " + id,
                "/customers",
                null,
                teamId,
                new BigDecimal(amount),
                "EUR",
                0,
                teamId == null
                        ? Map.of("amount", new BigDecimal(amount))
                        : Map.of("amount", new BigDecimal(amount), "team", teamId));
        records.put(id, state);
        return state;
    }

    @Override
    public String type() {
        return "deal";
    }

    @Override
    public List<ApprovalField> fields() {
        return List.of(
                ApprovalField.of("amount", FieldKind.MONEY, true),
                ApprovalField.of("count", FieldKind.NUMBER, false),
                ApprovalField.of("discount", FieldKind.PERCENT, false),
                ApprovalField.of("closing", FieldKind.DATE, false),
                ApprovalField.of("note", FieldKind.TEXT, false),
                new ApprovalField(
                        "region",
                        FieldKind.CHOICE,
                        false,
                        locale -> List.of(new Option("N", "North, cold"), new Option("S", "South"))),
                ApprovalField.of("team", FieldKind.TEAM, false),
                ApprovalField.of("owner", FieldKind.PERSON, false),
                ApprovalField.of("strategic", FieldKind.BOOLEAN, false));
    }

    @Override
    public List<ApprovalTrigger> triggers() {
        return List.of(
                ApprovalTrigger.of("WIN"),
                new ApprovalTrigger("MOVE", locale -> List.of(new Option(7L, "Offer"), new Option(8L, "Talks"))));
    }

    @Override
    public Optional<SubjectState> state(long id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public Snapshot snapshot(SubjectState state, ApprovedAction action) {
        return new Snapshot(List.of());
    }

    @Override
    public SubjectState after(long id, ApprovedAction action) {
        return records.get(id);
    }

    @Override
    public boolean maySee(Viewer viewer, long id) {
        return id < 100;
    }

    @Override
    public boolean maySubmit(Viewer viewer, long id, String trigger) {
        return true;
    }

    @Override
    public void lock(long id, long caseId) {}

    @Override
    public void unlock(long id, long caseId) {}

    @Override
    public void attempt(Viewer viewer, long id, ApprovedAction action) {}

    @Override
    public void carryOut(CaseRef approved, ApprovedAction action) {}

    @Override
    public List<Option> samples(Viewer viewer, String typed) {
        return records.values().stream()
                .filter(state -> state.title().contains(typed))
                .map(state -> new Option(String.valueOf(state.id()), state.title()))
                .toList();
    }
}
