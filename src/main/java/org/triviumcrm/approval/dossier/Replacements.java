package org.triviumcrm.approval.dossier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovalTaskOpened;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.approval.rule.ApproverResolver;
import org.triviumcrm.approval.rule.Seat;
import org.triviumcrm.approval.staff.CompanyStaff;
import org.triviumcrm.shared.web.NotFound;

/** Puts somebody else in the place of who is asked and can not decide: away, or not with the company any more. */
@Component
public class Replacements {

    private final CaseRepository cases;
    private final TaskRepository tasks;
    private final TrailRepository trail;
    private final RunningFlowRepository flows;
    private final CaseNotices notices;
    private final CompanyStaff staff;
    private final ApplicationEventPublisher events;

    Replacements(
            CaseRepository cases,
            TaskRepository tasks,
            TrailRepository trail,
            RunningFlowRepository flows,
            CaseNotices notices,
            CompanyStaff staff,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.tasks = tasks;
        this.trail = trail;
        this.flows = flows;
        this.notices = notices;
        this.staff = staff;
        this.events = events;
    }

    /**
     * By the rules of the flow, the same as when the step was opened: the deputy of who is away, the superior of who has left, else
     * whom the flow names for when nobody is found. Never the submitter, nor who is asked in the step already.
     *
     * @return false when the person decides after all, or when nobody can take the place: then it stays where it is
     */
    @Transactional
    public boolean byTheRules(long taskId) {
        CaseTask task = waited(taskId).orElse(null);
        if (task == null) {
            return false;
        }
        ApprovalCase about = cases.find(task.caseId()).orElseThrow();
        Seat seat = new ApproverResolver(staff.now())
                .successor(
                        task.personId(),
                        flows.version(about.flowVersionId()).definition().edges(),
                        about.submitterId(),
                        inStep(about, task))
                .orElse(null);
        if (seat == null) {
            return false;
        }
        give(about, task, seat.personId(), seat.cause().name(), null, null);
        return true;
    }

    /**
     * By somebody who looks after cases that are stuck.
     *
     * @throws NotFound when nobody waits for it any more
     * @throws NotAllowed for the submitter, for who is asked in the step already, and for who has left
     */
    @Transactional
    public void byHand(long byPersonId, long taskId, long personId, @Nullable String reason) {
        CaseTask task = waited(taskId).orElseThrow(NotFound::new);
        ApprovalCase about = cases.find(task.caseId()).orElseThrow();
        if (personId == about.submitterId()) {
            throw new NotAllowed("personId", "approval.error.submitter");
        }
        if (inStep(about, task).contains(personId)) {
            throw new NotAllowed("personId", "approval.error.inStep");
        }
        if (!staff.now().isActive(personId)) {
            throw new NotAllowed("personId", "approval.error.left");
        }
        give(about, task, personId, CaseTask.DELEGATED, byPersonId, reason);
    }

    /** What is asked in a case that runs, the case being locked. */
    private Optional<CaseTask> waited(long taskId) {
        return tasks.find(taskId)
                .flatMap(seen -> cases.lock(seen.caseId()))
                .filter(about -> about.state() == CaseState.RUNNING)
                .flatMap(about -> tasks.find(taskId))
                .filter(task -> task.state() == TaskState.OPEN || task.state() == TaskState.WAITING);
    }

    private Set<Long> inStep(ApprovalCase about, CaseTask task) {
        return tasks.together(about, task.step()).stream()
                .map(CaseTask::personId)
                .collect(Collectors.toSet());
    }

    /** @param by who says so; null when the rules do */
    private void give(
            ApprovalCase about, CaseTask task, long to, String cause, @Nullable Long by, @Nullable String reason) {
        long from = task.personId();
        tasks.give(task.id(), to, from, cause);
        if (by == null) {
            trail.add(about, Kind.REPLACED, to, from, task, null);
        } else {
            trail.add(about, Kind.REASSIGNED, by, to, task, reason);
        }
        if (task.state() == TaskState.OPEN) {
            notices.replaced(about, from, to);
            events.publishEvent(new ApprovalTaskOpened(about.ref(), task.id(), to));
        }
        notices.counted(List.of(from, to));
    }
}
