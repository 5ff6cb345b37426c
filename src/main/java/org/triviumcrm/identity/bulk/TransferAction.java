package org.triviumcrm.identity.bulk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.OwnerChange;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.RecordsGiven;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.RecordWriter;
import org.triviumcrm.shared.web.NotFound;

/** Gives records of one kind to another person: the action that each of {@link OwnedRecords} has. */
class TransferAction implements BulkAction<TransferInput> {

    static final String KEY = "transfer";

    private static final int CHANGED = 1;
    private static final BulkRefusal ALREADY = BulkRefusal.of("identity.transfer.refused.already");
    private static final BulkRefusal MOVED_ON = BulkRefusal.of("identity.transfer.refused.movedOn");

    private final OwnedRecords kind;
    private final OwnerRepository owners;
    private final RecordWriter records;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TransferAction(
            OwnedRecords kind,
            OwnerRepository owners,
            RecordWriter records,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.kind = kind;
        this.owners = owners;
        this.records = records;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String noun() {
        return kind.type();
    }

    @Override
    public String permission() {
        return kind.permission();
    }

    @Override
    public String label() {
        return "identity.transfer.title";
    }

    @Override
    public String icon() {
        return "user-check";
    }

    @Override
    public Class<TransferInput> input() {
        return TransferInput.class;
    }

    @Override
    public String template() {
        return "identity/bulk/transfer";
    }

    @Override
    public Object proposal(Viewer viewer) {
        return new TransferInput(null);
    }

    @Override
    public void check(Viewer viewer, TransferInput input) {
        if (input.owner() != viewer.personId() && !people.mayChoose(viewer, kind.type(), input.owner())) {
            throw new NotFound();
        }
        people.find(input.owner()).filter(PersonRef::active).orElseThrow(NotFound::new);
    }

    @Override
    public @Nullable String target(TransferInput input) {
        return people.find(input.owner()).map(PersonRef::name).orElse(null);
    }

    @Override
    public Map<Long, BulkRefusal> apply(BulkBatch batch, TransferInput input) {
        Map<Long, BulkRefusal> refused = new HashMap<>(kind.refusals(batch.viewer(), batch.ids()));
        List<Long> rest =
                batch.ids().stream().filter(id -> !refused.containsKey(id)).toList();
        String cause = "identity.history.transfer#" + batch.runId();
        kind.giving(batch.viewer(), cause);
        Instant now = clock.instant();
        List<OwnerChange> given = owners.give(
                kind.type(),
                batch.runId(),
                rest,
                input.owner(),
                batch.viewer().scope(kind.type()).base(),
                now);
        note(batch, given, cause, now);
        List<Long> left = without(rest, given);
        Set<Long> already = left.isEmpty() ? Set.of() : new HashSet<>(owners.had(kind.type(), left, input.owner()));
        left.forEach(id -> refused.put(id, already.contains(id) ? ALREADY : BulkRefusal.GONE));
        return refused;
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public Map<Long, BulkRefusal> undo(BulkBatch batch, TransferInput input) {
        Map<Long, BulkRefusal> refused = new HashMap<>(kind.refusals(batch.viewer(), batch.ids()));
        List<Long> rest =
                batch.ids().stream().filter(id -> !refused.containsKey(id)).toList();
        String cause = "identity.history.transfer.undo#" + batch.runId();
        kind.giving(batch.viewer(), cause);
        Instant now = clock.instant();
        List<OwnerChange> returned = owners.takeBack(kind.type(), batch.runId(), rest, input.owner(), now);
        note(batch, returned, cause, now);
        without(rest, returned).forEach(id -> refused.put(id, MOVED_ON));
        return refused;
    }

    @Override
    public boolean sideBySide() {
        return true;
    }

    @Override
    public void finished(Viewer viewer, TransferInput input, long done) {
        events.publishEvent(new RecordsGiven(kind.type(), viewer.personId(), input.owner(), done));
    }

    private void note(BulkBatch batch, List<OwnerChange> changes, String cause, Instant now) {
        if (!changes.isEmpty()) {
            long revision = records.revision(now, batch.viewer().personId(), cause);
            records.history(kind.type(), changes.stream().map(OwnerChange::id).toList(), CHANGED, revision);
            kind.given(changes);
        }
    }

    private static List<Long> without(List<Long> ids, List<OwnerChange> changes) {
        List<Long> left = new ArrayList<>(ids);
        left.removeAll(changes.stream().map(OwnerChange::id).collect(Collectors.toSet()));
        return left;
    }
}
