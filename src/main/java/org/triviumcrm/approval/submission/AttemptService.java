package org.triviumcrm.approval.submission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.WaitingCase;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** Does what somebody wants to do, or submits it where it needs an approval. */
@Service
class AttemptService {

    private final ObjectProvider<ApprovalSubject> subjects;
    private final ApprovalGate gate;
    private final People people;

    AttemptService(ObjectProvider<ApprovalSubject> subjects, ApprovalGate gate, People people) {
        this.subjects = subjects;
        this.gate = gate;
        this.people = people;
    }

    /** What it needs, with the people whom that would ask. */
    @SignedIn
    Requirement requirement(Viewer viewer, ApprovalNeeded needed) {
        return gate.requirement(viewer, needed.proposal()).orElse(needed.requirement());
    }

    /** What those are called who are chosen already; colleagues know each other by name. */
    @SignedIn
    Map<Long, String> names(Viewer viewer, SubmitForApproval input) {
        return people.names(input.getChosen().values().stream()
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList());
    }

    /** Attempts it: what the approval is about comes from that, not from the form. Empty when nothing stood in its way and it is done. */
    @SignedIn
    Optional<ApprovalNeeded> attempt(Viewer viewer, SubmitForApproval input) {
        try {
            subject(input.getType()).attempt(viewer, id(input), new ApprovedAction(input.getKind(), input.getAction()));
            return Optional.empty();
        } catch (ApprovalNeeded needed) {
            if (needed.action() == null) {
                throw needed;
            }
            return Optional.of(needed);
        }
    }

    /**
     * In a transaction of its own, as the attempt's has gone back; what has changed since is refused.
     *
     * @return whether it waits for somebody now; else it was decided at once, as there is nobody to ask
     */
    @SignedIn
    boolean submit(Viewer viewer, ApprovalNeeded needed, SubmitForApproval input) {
        gate.submit(
                viewer,
                new Submission(
                        needed.proposal(),
                        Objects.requireNonNull(needed.action()),
                        input.getReason(),
                        input.getChosen()));
        return !gate.openCases(input.getType(), List.of(id(input))).isEmpty();
    }

    /** The case that something waits for; empty when it has ended since. */
    @SignedIn
    Optional<WaitingCase> waiting(Viewer viewer, long caseId) {
        return gate.waiting(caseId);
    }

    /** The record's page, or the one before all when there is no record any more. */
    @SignedIn
    String page(Viewer viewer, String type, long id) {
        ApprovalSubject subject = subject(type);
        return subject.maySee(viewer, id)
                ? subject.state(id).map(SubjectState::url).orElse("/")
                : "/";
    }

    private ApprovalSubject subject(String type) {
        return subjects.stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static long id(SubmitForApproval input) {
        Long id = input.getId();
        if (id == null) {
            throw new NotFound();
        }
        return id;
    }
}
