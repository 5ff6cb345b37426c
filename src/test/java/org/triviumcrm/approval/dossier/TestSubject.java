package org.triviumcrm.approval.dossier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
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

/** Records that exist only in a test's memory: 1 to 100, each worth what a test says. */
public final class TestSubject implements ApprovalSubject {

    public final Map<Long, Long> locks = new ConcurrentHashMap<>();
    public final List<String> done = new CopyOnWriteArrayList<>();
    public final Map<Long, String> amounts = new ConcurrentHashMap<>();
    public final Set<Long> seenBy = ConcurrentHashMap.newKeySet();
    public volatile @Nullable Long teamId;
    public volatile @Nullable Long ownerId;
    public volatile @Nullable RuntimeException failure;

    public void clear() {
        locks.clear();
        done.clear();
        amounts.clear();
        seenBy.clear();
        teamId = null;
        ownerId = null;
        failure = null;
    }

    public SubjectState worth(long id, String amount) {
        return new SubjectState(
                id,
                "Deal " + id,
                "/deals/" + id,
                ownerId,
                teamId,
                new BigDecimal(amount),
                "EUR",
                0,
                Map.of("amount", new BigDecimal(amount)));
    }

    @Override
    public String type() {
        return "deal";
    }

    @Override
    public List<ApprovalField> fields() {
        return List.of(
                ApprovalField.of("amount", FieldKind.MONEY, true), ApprovalField.of("note", FieldKind.TEXT, false));
    }

    @Override
    public List<ApprovalTrigger> triggers() {
        return List.of(ApprovalTrigger.of("WIN"));
    }

    @Override
    public Optional<SubjectState> state(long id) {
        return Optional.of(worth(id, "1"));
    }

    @Override
    public SubjectState after(long id, ApprovedAction action) {
        return worth(id, amounts.getOrDefault(id, "600000"));
    }

    @Override
    public Snapshot snapshot(SubjectState state, ApprovedAction action) {
        return new Snapshot(
                List.of(new Snapshot.Line("deal.amount", null, String.valueOf(state.amount()), true, null)));
    }

    @Override
    public boolean maySee(Viewer viewer, long id) {
        return seenBy.contains(viewer.personId());
    }

    @Override
    public boolean maySubmit(Viewer viewer, long id, String trigger) {
        return !viewer.permissions().isEmpty();
    }

    @Override
    public void lock(long id, long caseId) {
        locks.put(id, caseId);
    }

    @Override
    public void unlock(long id, long caseId) {
        locks.remove(id, caseId);
    }

    @Override
    public void attempt(Viewer viewer, long id, ApprovedAction action) {
        done.add(action.kind() + " " + id + " at once");
    }

    @Override
    public void carryOut(CaseRef approved, ApprovedAction action) {
        RuntimeException broken = failure;
        if (broken != null) {
            throw broken;
        }
        done.add(action.kind() + " " + approved.subjectId() + " " + action.json());
    }

    @Override
    public List<Option> samples(Viewer viewer, String typed) {
        return List.of();
    }
}
