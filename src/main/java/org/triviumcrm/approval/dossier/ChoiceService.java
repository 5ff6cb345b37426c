package org.triviumcrm.approval.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Roles;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Whom a submitter may choose, found by typing: nobody whom {@link ChosenApprovers} would refuse. */
@Service
class ChoiceService {

    private static final int MOST = 20;

    private final Subjects subjects;
    private final CaseRepository cases;
    private final RunningFlowRepository flows;
    private final People people;
    private final Roles roles;

    ChoiceService(Subjects subjects, CaseRepository cases, RunningFlowRepository flows, People people, Roles roles) {
        this.subjects = subjects;
        this.cases = cases;
        this.flows = flows;
        this.people = people;
        this.roles = roles;
    }

    /**
     * A few of those who may be asked about the record in a step; none when the step leaves nothing to choose.
     *
     * @param typed the beginning of any part of the name; all when null or empty
     * @throws NotFound when the viewer neither sees the record nor has a case about it open
     */
    @SignedIn
    @Transactional(readOnly = true)
    List<Option> choices(
            Viewer viewer, long versionId, String stepKey, String type, long subjectId, @Nullable String typed) {
        SubjectState about = subjects.find(type)
                .filter(subject -> subject.maySee(viewer, subjectId) || isSubmitter(viewer, type, subjectId))
                .flatMap(subject -> subject.state(subjectId))
                .orElseThrow(NotFound::new);
        FlowDefinition flow =
                flows.find(versionId, type).map(RunningFlow::definition).orElse(null);
        if (flow == null) {
            return List.of();
        }
        boolean oneself = flow.edges().submitter() == EdgeRules.Submitter.ALLOW;
        return flow.steps().stream()
                .filter(step -> step.key().equals(stepKey) && step.approvers().kind() == ApproverKind.CHOICE)
                .flatMap(step -> found(viewer, step.approvers(), about.teamId(), typed).stream())
                .filter(person -> oneself || person.id() != viewer.personId())
                .limit(MOST)
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    /** One more than wanted, as the viewer may be among them. */
    private List<PersonRef> found(Viewer viewer, Approvers approvers, @Nullable Long teamId, @Nullable String typed) {
        if (approvers.ids().isEmpty()) {
            return people.choices(viewer, People.COLLEAGUE, typed, MOST + 1);
        }
        return approvers.inLine() && teamId == null
                ? List.of()
                : roles.holders(approvers.ids(), approvers.inLine() ? teamId : null, typed, MOST + 1);
    }

    private boolean isSubmitter(Viewer viewer, String type, long subjectId) {
        return cases.open(type, subjectId)
                .filter(open -> open.submitterId() == viewer.personId())
                .isPresent();
    }
}
