package org.triviumcrm.approval.dossier;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/** Words and copies: what moves no case. For those who see all of it. */
@Service
class SharingService {

    private final CaseAccess access;
    private final CaseRepository cases;
    private final TaskRepository tasks;
    private final TrailRepository trail;
    private final CopyRepository copies;
    private final CaseNotices notices;
    private final People people;

    SharingService(
            CaseAccess access,
            CaseRepository cases,
            TaskRepository tasks,
            TrailRepository trail,
            CopyRepository copies,
            CaseNotices notices,
            People people) {
        this.access = access;
        this.cases = cases;
        this.tasks = tasks;
        this.trail = trail;
        this.copies = copies;
        this.notices = notices;
        this.people = people;
    }

    /** The submitter hears of it, and who has something to decide. */
    @SignedIn
    @Transactional
    public void comment(Viewer viewer, long caseId, CommentCase input) {
        ApprovalCase about = access.concerning(viewer, caseId);
        trail.add(about, Kind.COMMENTED, viewer.personId(), null, input.text());
        List<Long> readers = new ArrayList<>(tasks.asked(caseId));
        readers.add(about.submitterId());
        notices.commented(
                about,
                viewer.name(),
                readers.stream()
                        .distinct()
                        .filter(person -> person != viewer.personId())
                        .toList(),
                input.text());
    }

    /** From then on the person sees all of the case. @throws NotAllowed for somebody who sees it anyway, or has left */
    @SignedIn
    @Transactional
    public void copy(Viewer viewer, long caseId, CopyCase input) {
        ApprovalCase about = access.concerning(viewer, caseId);
        long personId = input.personId();
        if (!people.mayChoose(viewer, People.COLLEAGUE, personId)) {
            throw new NotAllowed("personId", "approval.error.left");
        }
        if (about.submitterId() == personId || cases.isInvolved(caseId, personId) || !copies.add(caseId, personId)) {
            throw new NotAllowed("personId", "approval.error.seesAlready");
        }
        trail.add(about, Kind.COPIED, viewer.personId(), personId, null, null);
        notices.copied(about, viewer.name(), personId);
    }

    /** The viewer has opened what was copied to them. */
    @SignedIn
    @Transactional
    public void seen(Viewer viewer, long caseId) {
        if (copies.see(caseId, viewer.personId())) {
            notices.counted(List.of(viewer.personId()));
        }
    }
}
