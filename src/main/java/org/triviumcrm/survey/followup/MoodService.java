package org.triviumcrm.survey.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.survey.survey.CanViewSurveys;

/** How content a customer is. */
@Service
public class MoodService {

    private static final int LATEST = 5;
    private static final Duration TREND = Duration.ofDays(365);

    /** What was said longer ago warns nobody any more. */
    private static final Duration WARNS = Duration.ofDays(180);

    private final MoodRepository moods;
    private final VisibleCustomers customers;
    private final List<ActivitySubject> subjects;
    private final Companies companies;
    private final Clock clock;

    MoodService(
            MoodRepository moods,
            VisibleCustomers customers,
            List<ActivitySubject> subjects,
            Companies companies,
            Clock clock) {
        this.moods = moods;
        this.customers = customers;
        this.subjects = subjects;
        this.companies = companies;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer does not see the customer */
    @CanViewSurveys
    @Transactional(readOnly = true)
    public CustomerMood of(Viewer viewer, long customerId) {
        if (!viewer.can("customer.customer.view")) {
            throw new NotFound();
        }
        customers.require(viewer, customerId);
        Instant now = clock.instant();
        return new CustomerMood(
                moods.latest(customerId, LATEST), moods.months(customerId, now.minus(TREND), companies.zone()));
    }

    /**
     * What warns of an opportunity: its customer's last answer, when that is bad.
     *
     * @throws NotFound when the viewer does not see the opportunity
     */
    @CanViewSurveys
    @Transactional(readOnly = true)
    public Optional<CustomerMood.Answer> warning(Viewer viewer, long opportunityId) {
        ActivitySubject.Subject opportunity = subjects.stream()
                .filter(subject -> subject.type().equals("opportunity"))
                .findFirst()
                .flatMap(subject -> subject.find(viewer, opportunityId))
                .orElseThrow(NotFound::new);
        Long customer = opportunity.customerId();
        return customer == null || !viewer.can("customer.customer.view") || !customers.sees(viewer, customer)
                ? Optional.empty()
                : moods.last(customer, clock.instant().minus(WARNS)).filter(CustomerMood.Answer::isBad);
    }
}
