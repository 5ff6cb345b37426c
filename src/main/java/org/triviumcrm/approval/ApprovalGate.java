package org.triviumcrm.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Refusal;

/** Through which every action passes that can need an approval. */
public interface ApprovalGate {

    /**
     * Whether anything has to be asked at all: a flow for such actions is active, or a case about the record is open. Costs two
     * statements at most, so that a record need not be read where nothing looks at it.
     *
     * @param id null for a record that is only about to be created, or for many
     * @param trigger null for any
     */
    boolean concerns(String type, @Nullable Long id, @Nullable String trigger);

    /**
     * The first active flow that applies to the record as it would be, unless a release covers the proposal, and whom it would
     * ask. Only looks; for pages that tell beforehand.
     */
    Optional<Requirement> requirement(Viewer viewer, Proposal proposal);

    /** The same for many, in their order, with a fixed number of statements and without the people. */
    List<Optional<Requirement>> requirements(List<Proposal> proposals);

    /**
     * Lets an action pass, or says why not. A release that covers it is used up by this, so it belongs into the transaction of the
     * action.
     *
     * @throws UnderApproval while a case about the record runs or waits for changes
     * @throws ApprovalNeeded when a flow applies and no release covers the proposal, also where a case about the same was
     *     returned: it goes on when this is submitted by whom it was returned to
     */
    void pass(Proposal proposal);

    /**
     * Lets records go on from where an earlier action has brought them. Asks again where one is not any more as it was
     * approved there, or was brought there as something that needed no approval. With a fixed number of statements.
     *
     * @param reached what would be proposed to bring the record, as it is now, to where it is, and since when it is there:
     *     flows that were switched on later do not ask for what was before them
     * @return those that may not go on, by the id of the record
     */
    Map<Long, ApprovalNeeded> passAgain(Map<Proposal, Instant> reached);

    /**
     * Many at once, with a fixed number of statements.
     *
     * @return those that may not pass, by the id of the record; releases of the others are used up
     */
    Map<Long, Refusal> passAll(Collection<Proposal> proposals);

    /** The cases that records wait for, also those that were returned for changes, by the id of the record. */
    Map<Long, Long> openCases(String type, Collection<Long> ids);

    /** The case that {@link UnderApproval} names; empty when it has ended since. */
    Optional<WaitingCase> waiting(long caseId);

    /** The case that a record waits for. */
    Optional<WaitingCase> waiting(String type, long subjectId);

    /** What the viewer asked for in a case about the record that was returned, to ask for it with other values. */
    Optional<ApprovedAction> returned(Viewer viewer, String type, long subjectId);

    /** Uses up the release of a case whose action is being carried out. */
    void redeem(CaseRef approved);

    /**
     * What was approved about records does not count any more.
     *
     * @param cause what has changed, for who reads the case
     */
    void revoke(String type, Collection<Long> ids, String cause);

    /**
     * Asks for an approval: locks the record and opens the first step. The viewer's own case about the same that was returned
     * goes on with it.
     *
     * @return id of the case
     * @throws UnderApproval while another case about the record is open
     * @throws Refusal at the field {@code chosen} when the submitter has to choose approvers and has not, or may not choose these
     * @throws org.springframework.security.access.AccessDeniedException when the viewer may not do it even if it were approved
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when the record has changed since it was proposed
     */
    long submit(Viewer viewer, Submission submission);
}
