package org.triviumcrm.approval.dossier;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.dossier.CaseAccess.Sight;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** Cases to look at. What a viewer may not see is not there. */
@Service
class CaseService {

    /** What changes how a case stands, so that somebody else's form comes too late. */
    private static final Set<String> DECIDING = Set.of(
            "APPROVED",
            "REJECTED",
            "RETURNED",
            "RESUBMITTED",
            "RECALLED",
            "DELEGATED",
            "GIVEN_BACK",
            "EXPIRED",
            "FAILED",
            "CASE_APPROVED",
            "CASE_REJECTED");

    private final CaseAccess access;
    private final CaseRepository cases;
    private final CasePageRepository pages;
    private final AttachmentRepository attachments;
    private final RunningFlowRepository flows;
    private final CaseDiagram diagram;
    private final CaseWords words;
    private final JsonMapper json;

    CaseService(
            CaseAccess access,
            CaseRepository cases,
            CasePageRepository pages,
            AttachmentRepository attachments,
            RunningFlowRepository flows,
            CaseDiagram diagram,
            CaseWords words,
            JsonMapper json) {
        this.access = access;
        this.cases = cases;
        this.pages = pages;
        this.attachments = attachments;
        this.flows = flows;
        this.diagram = diagram;
        this.words = words;
        this.json = json;
    }

    @SignedIn
    @Transactional(readOnly = true)
    public CasePage page(Viewer viewer, long caseId) {
        ApprovalCase about = cases.find(caseId).orElseThrow(NotFound::new);
        Sight sight = access.sight(viewer, about);
        boolean whole = sight != Sight.TRAIL;
        CaseHead head = pages.head(caseId);
        FlowDefinition flow = flows.version(about.flowVersionId()).definition();
        List<TaskRow> asked = pages.tasks(List.of(caseId)).stream()
                .filter(task -> task.round() == about.round())
                .toList();
        List<TrailRow> trail = pages.trail(caseId).stream()
                .filter(row ->
                        whole || !row.kind().equals("ATTACHED") && !row.kind().equals("COMMENTED"))
                .map(row -> words.inWords(row, viewer.locale()))
                .toList();
        TaskRow mine = about.state() == CaseState.RUNNING ? mine(viewer, asked) : null;
        TrailRow submission = last(trail, Set.of("SUBMITTED", "RESUBMITTED"));
        return new CasePage(
                head,
                words.kind(about, viewer.locale()),
                words.asks(about.subjectType(), about.trigger(), about.target(), head.submitter(), viewer.locale()),
                words.failure(about, viewer.locale()),
                submission == null ? null : submission.text(),
                about.state() == CaseState.RETURNED ? last(trail, Set.of("RETURNED")) : null,
                whole,
                access.seesRecord(viewer, about),
                whole
                        ? words.inWords(json.readValue(pages.snapshot(caseId), Snapshot.class), viewer.locale())
                        : List.of(),
                diagram.draw(about, flow, asked, viewer.locale()),
                diagram.people(flow, asked),
                trail,
                whole ? attachments.of(caseId) : List.of(),
                whole ? pages.copies(caseId) : List.of(),
                mine,
                acts(viewer, about, mine, sight));
    }

    /**
     * What happened last to a case, for somebody who was too late.
     *
     * @throws NotFound also when nothing has happened yet
     */
    @SignedIn
    @Transactional(readOnly = true)
    public LateDeed late(Viewer viewer, long caseId) {
        ApprovalCase about = cases.find(caseId).orElseThrow(NotFound::new);
        access.sight(viewer, about);
        TrailRow deed = last(pages.trail(caseId), DECIDING);
        return new LateDeed(pages.head(caseId), deed == null ? null : words.inWords(deed, viewer.locale()));
    }

    private static @Nullable TaskRow mine(Viewer viewer, List<TaskRow> asked) {
        return asked.stream()
                .filter(task -> task.isOpen() && task.personId() == viewer.personId())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable TrailRow last(List<TrailRow> trail, Set<String> kinds) {
        TrailRow last = null;
        for (TrailRow row : trail) {
            last = kinds.contains(row.kind()) ? row : last;
        }
        return last;
    }

    private Set<CaseAct> acts(Viewer viewer, ApprovalCase about, @Nullable TaskRow mine, Sight sight) {
        Set<CaseAct> acts = EnumSet.noneOf(CaseAct.class);
        if (sight == Sight.CONCERNED) {
            acts.add(CaseAct.COMMENT);
            acts.add(CaseAct.COPY);
        }
        if (sight == Sight.CONCERNED && about.state().isOpen()) {
            acts.add(CaseAct.ATTACH);
        }
        if (mine != null) {
            acts.add(CaseAct.DECIDE);
        }
        if (about.state().isOpen() && access.mayRecall(viewer, about)) {
            acts.add(CaseAct.RECALL);
        }
        if (about.state() == CaseState.RETURNED && about.submitterId() == viewer.personId()) {
            acts.add(CaseAct.RESUBMIT);
        }
        return acts;
    }
}
