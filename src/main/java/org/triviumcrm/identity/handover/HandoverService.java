package org.triviumcrm.identity.handover;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.CanManagePeople;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonLife;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Superiors;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.bulk.BulkTransfers;
import org.triviumcrm.shared.web.NotFound;

/** The work of a person who leaves: what it is, who takes it over, and the person switched off in the end. */
@Service
class HandoverService {

    private final HandoverRepository handovers;
    private final HeldKinds kinds;
    private final HandoverJobs jobs;
    private final BulkTransfers transfers;
    private final People people;
    private final PersonLife lives;
    private final Superiors superiors;
    private final Clock clock;

    HandoverService(
            HandoverRepository handovers,
            HeldKinds kinds,
            HandoverJobs jobs,
            BulkTransfers transfers,
            People people,
            PersonLife lives,
            Superiors superiors,
            Clock clock) {
        this.handovers = handovers;
        this.kinds = kinds;
        this.jobs = jobs;
        this.transfers = transfers;
        this.people = people;
        this.lives = lives;
        this.superiors = superiors;
        this.clock = clock;
    }

    @CanManagePeople
    @Transactional(readOnly = true)
    PersonRef person(Viewer viewer, long personId) {
        return people.find(personId).orElseThrow(NotFound::new);
    }

    /** What the person holds, proposed to go to the superior. */
    @CanManagePeople
    @Transactional(readOnly = true)
    List<HeldKind> held(Viewer viewer, long personId) {
        List<PersonRef> superior = superiors.above(personId).stream().limit(1).toList();
        return kinds.of(viewer, personId).stream()
                .map(kind -> with(kind, kind.mayGive() ? superior : List.of()))
                .toList();
    }

    /**
     * The same with who is chosen.
     *
     * @throws NotFound when somebody chosen can not take work over
     */
    @CanManagePeople
    @Transactional(readOnly = true)
    List<HeldKind> preview(Viewer viewer, long personId, HandOverWork chosen) {
        return kinds.of(viewer, personId).stream()
                .map(kind -> with(kind, kind.mayGive() ? receivers(personId, chosen.of(kind.key())) : List.of()))
                .toList();
    }

    /**
     * Begins it; gives its id. What the person holds now goes over in the background, then the person is switched off.
     *
     * @throws NotFound when somebody chosen can not take work over
     * @throws org.triviumcrm.shared.web.Refusal when the person can not be switched off
     */
    @CanManagePeople
    @Transactional
    long start(Viewer viewer, long personId, HandOverWork chosen) {
        lives.requireSwitchOff(viewer, personId);
        Optional<Handover> busy =
                latest(viewer, personId).filter(last -> last.state().isBusy());
        if (busy.isPresent()) {
            return busy.get().id();
        }
        long id = handovers.create(personId, viewer.personId(), clock.instant());
        int place = 0;
        for (HeldKind kind : preview(viewer, personId, chosen)) {
            List<PersonRef> receivers = kind.count() == 0 ? List.of() : kind.receivers();
            Optional<OwnedRecords> records = kinds.record(kind.key());
            for (int at = 0; at < receivers.size(); at++) {
                long receiver = receivers.get(at).id();
                Long run = records.isEmpty()
                        ? null
                        : begin(viewer, records.get(), personId, receiver, at, receivers.size());
                handovers.share(id, place++, kind.key(), receiver, run);
            }
        }
        jobs.start(id);
        return id;
    }

    /** With its shares. */
    @CanManagePeople
    @Transactional(readOnly = true)
    Handover handover(Viewer viewer, long id) {
        return handovers.find(id).map(this::labelled).orElseThrow(NotFound::new);
    }

    /** What has stayed with the person because it waits for something, by kind; it goes as soon as it can. */
    @CanManagePeople
    @Transactional(readOnly = true)
    Map<String, Long> waiting(Viewer viewer, Handover handover) {
        Map<String, Long> waiting = new LinkedHashMap<>();
        if (handover.state() == HandoverState.DONE) {
            handover.shares().stream()
                    .map(Handover.Share::kind)
                    .distinct()
                    .forEach(key -> kinds.record(key)
                            .map(kind -> kinds.waiting(viewer, kind, handover.personId()))
                            .filter(count -> count > 0)
                            .ifPresent(count -> waiting.put(key, count)));
        }
        return waiting;
    }

    /** The last one of a person. */
    @CanManagePeople
    @Transactional(readOnly = true)
    Optional<Handover> latest(Viewer viewer, long personId) {
        return handovers.latest(personId).flatMap(handovers::find);
    }

    /** Gives back what those who got it still have, and switches the person on again. */
    @CanManagePeople
    @Transactional
    void undo(Viewer viewer, long id) {
        if (handover(viewer, id).mayBeUndone(clock.instant())) {
            begin(id, HandoverState.UNDOING);
        }
    }

    /** Goes on with one that was given up half way. */
    @CanManagePeople
    @Transactional
    void goOn(Viewer viewer, long id) {
        if (handover(viewer, id).state() == HandoverState.FAILED) {
            begin(id, HandoverState.RUNNING);
        }
    }

    private void begin(long id, HandoverState state) {
        handovers.lock(id);
        handovers.move(id, state, clock.instant());
        jobs.start(id);
    }

    private long begin(Viewer viewer, OwnedRecords kind, long personId, long receiver, int place, int of) {
        return transfers.begin(
                viewer,
                kind.type(),
                HandoverRepository.share(kind, viewer.scope(kind.type()).base(), personId, place, of),
                receiver);
    }

    private List<PersonRef> receivers(long personId, List<Long> chosen) {
        return chosen.stream()
                .map(id -> people.find(id)
                        .filter(person -> person.active() && person.id() != personId)
                        .orElseThrow(NotFound::new))
                .toList();
    }

    private Handover labelled(Handover handover) {
        return new Handover(
                handover.id(),
                handover.personId(),
                handover.person(),
                handover.byPersonId(),
                handover.by(),
                handover.state(),
                handover.createdAt(),
                handover.shares().stream()
                        .map(share -> new Handover.Share(
                                share.kind(),
                                kinds.label(share.kind()),
                                share.receiverId(),
                                share.receiver(),
                                share.runId(),
                                share.total(),
                                share.done(),
                                share.refused(),
                                share.returned()))
                        .toList());
    }

    private static HeldKind with(HeldKind kind, List<PersonRef> receivers) {
        return new HeldKind(
                kind.key(), kind.label(), kind.count(), kind.waiting(), kind.lines(), kind.mayGive(), receivers);
    }
}
