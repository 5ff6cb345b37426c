package org.triviumcrm.approval.dossier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.approval.dossier.TrailRepository.Rejection;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.LiveCounts;
import org.triviumcrm.messaging.Notices;

/** Tells people that a case wants something of them, or what has become of theirs. Each leads to the case. */
@Component
class CaseNotices {

    private static final int LONGEST_QUOTE = 120;

    /** So many are told that something is stuck. */
    private static final int MOST_HELPERS = 20;

    private static final Viewer RULES = Viewer.job("approval-rules");

    private final Notices notices;
    private final LiveCounts counts;
    private final People people;

    CaseNotices(Notices notices, LiveCounts counts, People people) {
        this.notices = notices;
        this.counts = counts;
        this.people = people;
    }

    /** These have something to decide. */
    void asked(ApprovalCase about, Collection<Long> asked) {
        BigDecimal amount = about.amount();
        String currency = about.currency();
        List<Object> arguments = new ArrayList<>(List.of(submitter(about), about.title()));
        if (amount != null && currency != null) {
            arguments.add(new Notices.Money(amount, currency));
            tell(about, asked, "approval.notice.askedAmount", arguments);
        } else {
            tell(about, asked, "approval.notice.asked", arguments);
        }
        counted(asked);
    }

    void reminded(ApprovalCase about, Collection<Long> late) {
        tell(about, late, "approval.notice.reminded", List.of(submitter(about), about.title()));
    }

    /** These decide because others did not in time. */
    void escalated(ApprovalCase about, Collection<Long> asked) {
        tell(about, asked, "approval.notice.escalated", List.of(submitter(about), about.title()));
        counted(asked);
    }

    /** These are late, and nobody is above them who could be asked. Who can ask somebody else is told as well. */
    void nobodyAbove(ApprovalCase about, String step, Collection<Long> late) {
        reminded(about, late);
        counted(late);
        List<Long> helpers = people.permitted(RULES, "approval.flow.manage", null, MOST_HELPERS).stream()
                .map(PersonRef::id)
                .filter(person -> !late.contains(person))
                .filter(person -> people.isPermitted(RULES, person, "approval.case.view"))
                .toList();
        tell(about, helpers, "approval.notice.nobodyAbove", List.of(step, about.title()));
    }

    void delegated(ApprovalCase about, String by, long from, long to) {
        tell(about, List.of(to), "approval.notice.delegated", List.of(by, about.title()));
        counted(List.of(from, to));
    }

    /** Decides in the place of somebody who is away or has left. */
    void replaced(ApprovalCase about, long from, long to) {
        String former = people.find(from).map(PersonRef::name).orElse("");
        tell(about, List.of(to), "approval.notice.replaced", List.of(former, about.title()));
    }

    void added(ApprovalCase about, String by, long personId) {
        tell(about, List.of(personId), "approval.notice.added", List.of(by, about.title()));
        counted(List.of(personId));
    }

    void copied(ApprovalCase about, String by, long personId) {
        tell(about, List.of(personId), "approval.notice.copied", List.of(by, about.title()));
        counted(List.of(personId));
    }

    void commented(ApprovalCase about, String by, Collection<Long> readers, String text) {
        tell(about, readers, "approval.notice.commented", List.of(by, about.title(), quote(text)));
    }

    void returned(ApprovalCase about, String by, String text) {
        tell(about, List.of(about.submitterId()), "approval.notice.returned", List.of(by, about.title(), quote(text)));
    }

    /** By whom and why, or that it was the flow itself. */
    void rejected(ApprovalCase about, @Nullable Rejection why) {
        List<Long> submitter = List.of(about.submitterId());
        String by = why == null ? null : why.person();
        String text = why == null ? null : why.text();
        if (why != null && by != null && text != null) {
            tell(about, submitter, "approval.notice.rejectedBy", List.of(by, about.title(), quote(text)));
        } else if (why != null && why.kind() == Kind.EXPIRED) {
            tell(about, submitter, "approval.notice.rejectedLate", List.of(about.title()));
        } else if (why != null && why.kind() == Kind.NOBODY_FOUND) {
            tell(about, submitter, "approval.notice.rejectedNobody", List.of(about.title()));
        } else {
            tell(about, submitter, "approval.notice.rejected", List.of(about.title()));
        }
    }

    void approved(ApprovalCase about) {
        tell(about, List.of(about.submitterId()), "approval.notice.approved", List.of(about.title()));
    }

    void failed(ApprovalCase about, Set<Long> approvers) {
        List<Long> others = approvers.stream()
                .filter(person -> person != about.submitterId())
                .toList();
        tell(about, List.of(about.submitterId()), "approval.notice.failed", List.of(about.title()));
        tell(about, others, "approval.notice.failedToApprover", List.of(about.title()));
    }

    /** What these have to decide has become more or less. */
    void counted(Collection<Long> personIds) {
        if (!personIds.isEmpty()) {
            counts.changed(personIds);
        }
    }

    private void tell(ApprovalCase about, Collection<Long> personIds, String key, List<?> arguments) {
        if (!personIds.isEmpty()) {
            notices.tell(personIds, key, arguments, "/approvals/cases/" + about.id());
        }
    }

    private String submitter(ApprovalCase about) {
        return people.find(about.submitterId()).map(PersonRef::name).orElse("");
    }

    /** A notice is one line. */
    private static String quote(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_QUOTE) - 1)) + "…";
    }
}
