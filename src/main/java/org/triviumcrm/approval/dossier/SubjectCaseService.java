package org.triviumcrm.approval.dossier;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** The cases of a record, for those who see the record. */
@Service
class SubjectCaseService {

    private static final int MOST = 20;

    private final CasePageRepository pages;
    private final Subjects subjects;
    private final CaseWords words;

    SubjectCaseService(CasePageRepository pages, Subjects subjects, CaseWords words) {
        this.pages = pages;
        this.subjects = subjects;
        this.words = words;
    }

    /**
     * With what happened in them, the newest first.
     *
     * @throws NotFound when the viewer does not see the record
     */
    @SignedIn
    @Transactional(readOnly = true)
    public List<SubjectCase> list(Viewer viewer, String type, long subjectId) {
        if (!sees(viewer, type, subjectId)) {
            throw new NotFound();
        }
        List<CaseHead> heads = pages.heads(type, subjectId, MOST);
        List<Long> ids = heads.stream().map(CaseHead::id).toList();
        Map<Long, List<TaskRow>> tasks = tasks(ids);
        Map<Long, List<TrailRow>> deeds = pages.deeds(ids).stream().collect(Collectors.groupingBy(TrailRow::caseId));
        return heads.stream()
                .map(head -> new SubjectCase(
                        head,
                        words.asks(type, head.trigger(), head.target(), head.submitter(), viewer.locale()),
                        tasks.getOrDefault(head.id(), List.of()).stream()
                                .filter(task -> task.round() == head.round())
                                .toList(),
                        deeds.getOrDefault(head.id(), List.of()).stream()
                                .map(row -> words.inWords(row, viewer.locale()))
                                .toList()))
                .toList();
    }

    private Map<Long, List<TaskRow>> tasks(List<Long> ids) {
        return pages.tasks(ids).stream().collect(Collectors.groupingBy(TaskRow::caseId));
    }

    private boolean sees(Viewer viewer, String type, long subjectId) {
        return subjects.find(type)
                .filter(subject -> subject.maySee(viewer, subjectId))
                .isPresent();
    }
}
