package org.triviumcrm.approval.dossier;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** Who sees how much of a case. */
@Component
class CaseAccess {

    static final String ALL_CASES = "approval.case.view";

    /** Whoever says how approvals go also looks after those that do not go on. */
    private static final String MANAGES = "approval.flow.manage";

    private final CaseRepository cases;
    private final Subjects subjects;
    private final People people;

    CaseAccess(CaseRepository cases, Subjects subjects, People people) {
        this.cases = cases;
        this.subjects = subjects;
        this.people = people;
    }

    /** How much. */
    enum Sight {
        /** Who sees the record sees what became of the case, and nothing that could not be seen there. */
        TRAIL,
        /** Whoever may read all cases. */
        WHOLE,
        /** Whoever has to do with it, and may add to it: submitted it, is or was asked, got a copy, or looks after all of them. */
        CONCERNED
    }

    /** @throws NotFound for whom the case does not exist */
    Sight sight(Viewer viewer, ApprovalCase about) {
        if (looksAfterAll(viewer)
                || about.submitterId() == viewer.personId()
                || cases.isInvolved(about.id(), viewer.personId())) {
            return Sight.CONCERNED;
        }
        if (viewer.can(ALL_CASES)) {
            return Sight.WHOLE;
        }
        if (seesRecord(viewer, about)) {
            return Sight.TRAIL;
        }
        throw new NotFound();
    }

    /** The case, for those who see all of it. */
    ApprovalCase whole(Viewer viewer, long caseId) {
        return cases.find(caseId)
                .filter(about -> sight(viewer, about) != Sight.TRAIL)
                .orElseThrow(NotFound::new);
    }

    /** The case, for those who may add to it. */
    ApprovalCase concerning(Viewer viewer, long caseId) {
        return cases.find(caseId)
                .filter(about -> sight(viewer, about) == Sight.CONCERNED)
                .orElseThrow(NotFound::new);
    }

    /** The submitter; when that one has left, whoever has the record now or looks after all cases, so that none waits for ever. */
    boolean mayRecall(Viewer viewer, ApprovalCase about) {
        return about.submitterId() == viewer.personId()
                || people.find(about.submitterId()).filter(PersonRef::active).isEmpty()
                        && (looksAfterAll(viewer) || owns(viewer, about));
    }

    private boolean owns(Viewer viewer, ApprovalCase about) {
        return subjects.find(about.subjectType())
                .flatMap(subject -> subject.state(about.subjectId()))
                .filter(record -> Objects.equals(record.ownerId(), viewer.personId()))
                .isPresent();
    }

    /** To see all cases is to read them; to change them takes the right to say how they go as well. */
    private static boolean looksAfterAll(Viewer viewer) {
        return viewer.can(ALL_CASES) && viewer.can(MANAGES);
    }

    boolean seesRecord(Viewer viewer, ApprovalCase about) {
        return subjects.find(about.subjectType())
                .filter(subject -> subject.maySee(viewer, about.subjectId()))
                .isPresent();
    }
}
