package org.triviumcrm.identity.transfer;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListSelection;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Gives many records of a list to another person at once. The permission asked is the one that their kind names. */
@Service
class TransferService {

    private static final int FIRST = 20;
    private static final int LATEST = 50;
    private static final int CHOICES = 20;

    private final TransferRepository transfers;
    private final TransferRunner runner;
    private final TransferJobs jobs;
    private final ListSelection lists;
    private final People people;
    private final Map<String, OwnedRecords> kinds;
    private final Clock clock;

    TransferService(
            TransferRepository transfers,
            TransferRunner runner,
            TransferJobs jobs,
            ListSelection lists,
            People people,
            List<OwnedRecords> kinds,
            Clock clock) {
        this.transfers = transfers;
        this.runner = runner;
        this.jobs = jobs;
        this.lists = lists;
        this.people = people;
        this.kinds = kinds.stream().collect(Collectors.toMap(OwnedRecords::type, Function.identity()));
        this.clock = clock;
    }

    /** How many would go, and the first of them. */
    @SignedIn
    @Transactional(readOnly = true)
    TransferQuestion question(Viewer viewer, String type, TransferRecords chosen) {
        requirePermission(viewer, type);
        return transfers.question(type, rows(viewer, type, chosen), FIRST);
    }

    /** Whom the viewer may put in charge of records of this kind. */
    @SignedIn
    @Transactional(readOnly = true)
    List<Option> owners(Viewer viewer, String type, String typed) {
        requirePermission(viewer, type);
        return people.choices(viewer, type, typed, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    /**
     * Gives what was chosen, as it is now: at once, or in the background where it is much. Of those that were ticked all or
     * none.
     *
     * @return empty when nothing is chosen
     * @throws NotFound when one of those ticked, or the person, is not there for the viewer
     */
    @SignedIn
    @Transactional
    Optional<Transfer> give(Viewer viewer, String type, TransferRecords chosen) {
        requirePermission(viewer, type);
        long owner = Objects.requireNonNull(chosen.getOwnerId());
        if (owner != viewer.personId() && !people.mayChoose(viewer, type, owner)) {
            throw new NotFound();
        }
        people.find(owner).filter(PersonRef::active).orElseThrow(NotFound::new);
        Transfer transfer =
                transfers.create(type, rows(viewer, type, chosen), viewer.personId(), owner, clock.instant());
        if (!chosen.isAll() && transfer.total() < chosen.sorted().size()) {
            throw new NotFound();
        }
        work(transfer);
        return transfer.total() == 0 ? Optional.empty() : transfers.find(transfer.id());
    }

    /** One of the viewer's own. */
    @SignedIn
    @Transactional(readOnly = true)
    Transfer transfer(Viewer viewer, long id) {
        return transfers
                .find(id)
                .filter(transfer -> transfer.personId() == viewer.personId())
                .filter(transfer -> mayGive(viewer, transfer.recordType()))
                .orElseThrow(NotFound::new);
    }

    /** The viewer's own, the latest first. */
    @SignedIn
    @Transactional(readOnly = true)
    List<Transfer> latest(Viewer viewer) {
        if (kinds.keySet().stream().noneMatch(type -> mayGive(viewer, type))) {
            throw new AccessDeniedException("Nothing to give for this viewer");
        }
        return transfers.latest(viewer.personId(), LATEST).stream()
                .filter(transfer -> mayGive(viewer, transfer.recordType()))
                .toList();
    }

    /** Address of the list of the records in one of the viewer's own. */
    @SignedIn
    @Transactional(readOnly = true)
    String list(Viewer viewer, long id) {
        return lists.ticked(transfer(viewer, id).recordType(), viewer, List.of())
                .list();
    }

    /** Takes back what the new owner still has. */
    @SignedIn
    @Transactional
    void undo(Viewer viewer, long id) {
        transfer(viewer, id);
        Transfer transfer = transfers.lock(id).orElseThrow(NotFound::new);
        if (transfer.mayBeUndone(clock.instant())) {
            transfers.move(id, TransferState.UNDOING, clock.instant());
            work(transfer);
        }
    }

    private void work(Transfer transfer) {
        if (transfer.total() <= TransferRunner.STEP) {
            runner.run(transfer.id());
        } else {
            jobs.start(transfer.id());
        }
    }

    private MatchingRows rows(Viewer viewer, String type, TransferRecords chosen) {
        return chosen.isAll()
                ? lists.all(type, viewer, chosen.getQuery())
                : lists.ticked(type, viewer, chosen.sorted());
    }

    private boolean mayGive(Viewer viewer, String type) {
        OwnedRecords kind = kinds.get(type);
        return kind != null && viewer.can(kind.permission());
    }

    private void requirePermission(Viewer viewer, String type) {
        if (!mayGive(viewer, type)) {
            throw new AccessDeniedException("No transfer of " + type + " for this viewer");
        }
    }
}
