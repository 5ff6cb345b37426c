package org.triviumcrm.support.enquiry;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.desk.Questions;
import org.triviumcrm.support.portal.PortalCustomer;
import org.triviumcrm.support.ticket.TicketAnswers;
import org.triviumcrm.support.type.AnswerKind;

/** What customers read of their tickets. What is not theirs is not there. */
@Service
public class EnquiryService {

    /** In whose name the services of tickets are called for customers, after it is known that the ticket is theirs. */
    static final Viewer JOB = Viewer.job("support.log.portal");

    private final EnquiryRepository enquiries;
    private final TicketAnswers answers;
    private final Questions questions;
    private final Clock clock;

    EnquiryService(EnquiryRepository enquiries, TicketAnswers answers, Questions questions, Clock clock) {
        this.enquiries = enquiries;
        this.answers = answers;
        this.questions = questions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public EnquiryList list(PortalCustomer me, EnquiryFilter filter) {
        return enquiries.list(me, filter, clock.instant());
    }

    /** @throws NotFound when it is not theirs */
    @Transactional(readOnly = true)
    public EnquiryPage page(PortalCustomer me, long id) {
        EnquiryRepository.Found found = enquiries.find(me, id, clock.instant()).orElseThrow(NotFound::new);
        Map<String, String> said = answers.read(found.answers());
        List<EnquiryPage.Answer> shown = questions.of(JOB, found.typeId(), said).stream()
                .filter(question -> !question.answer().isEmpty())
                .map(question -> new EnquiryPage.Answer(
                        question.name(), question.answer(), question.kind() == AnswerKind.YES_NO))
                .toList();
        EnquiryPage page = found.page();
        return new EnquiryPage(
                page.id(),
                page.number(),
                page.name(),
                page.status(),
                page.type(),
                page.requester(),
                page.createdAt(),
                page.satisfaction(),
                shown);
    }

    /** Where a ticket of theirs is read along since it was merged. */
    @Transactional(readOnly = true)
    public Optional<Long> mergedInto(PortalCustomer me, long id) {
        return enquiries.mergedInto(me, id, clock.instant());
    }

    /** @param before id of a message; null for the latest part */
    @Transactional(readOnly = true)
    public EnquiryPage.Talk talk(PortalCustomer me, long id, @Nullable Long before) {
        return enquiries.talk(me, id, before, clock.instant());
    }

    /** @throws NotFound when it is not theirs */
    @Transactional(readOnly = true)
    public EnquiryPage.File file(PortalCustomer me, long id, long fileId) {
        Instant now = clock.instant();
        return enquiries.file(me, id, fileId, now).orElseThrow(NotFound::new);
    }

    public void write(PortalCustomer me, long id, EnquiryPage.File file, OutputStream target) throws IOException {
        file(me, id, file.id());
        enquiries.write(file.id(), target);
    }
}
