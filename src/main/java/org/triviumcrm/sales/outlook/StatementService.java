package org.triviumcrm.sales.outlook;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.outlook.OutlookRepository.Sum;
import org.triviumcrm.sales.quota.Period;
import org.triviumcrm.shared.web.NotFound;

/** What people say of their forecast, and what those above them make of it. */
@Service
class StatementService {

    private static final int SHOWN = 100;

    private final StatementRepository statements;
    private final OutlookRepository outlooks;
    private final People people;
    private final Companies companies;
    private final Notices notices;
    private final Clock clock;

    StatementService(
            StatementRepository statements,
            OutlookRepository outlooks,
            People people,
            Companies companies,
            Notices notices,
            Clock clock) {
        this.statements = statements;
        this.outlooks = outlooks;
        this.people = people;
        this.companies = companies;
        this.notices = notices;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer does not see the person's opportunities */
    @CanViewForecasts
    @Transactional(readOnly = true)
    public PersonForecast of(Viewer viewer, long personId, @Nullable String asked) {
        PersonRef person = visible(viewer, personId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        Period period = new OutlookFilter(asked, null).in(YearMonth.from(today));
        Scope scope = viewer.scope("opportunity");
        List<ForecastStatement> all = statements.of(scope.base(), period, personId, SHOWN);
        Said said = Said.NOTHING;
        for (int i = all.size() - 1; i >= 0; i--) {
            said = said.with(all.get(i));
        }
        return new PersonForecast(
                personId,
                person.name(),
                period,
                new OutlookRow(
                        person.name(),
                        "",
                        personId,
                        List.of(),
                        expected(scope, period, personId),
                        said,
                        1,
                        0,
                        null,
                        null),
                all,
                said,
                personId == viewer.personId(),
                may(viewer, personId) && !period.isOver(today),
                companies.currency());
    }

    /**
     * Takes down what is said.
     *
     * @throws StatementRefusal when it can not be so
     * @throws NotFound when the viewer does not see the person's opportunities, or may not speak for the person
     */
    @CanSayForecasts
    @Transactional
    public void say(Viewer viewer, long personId, SayForecast input) {
        PersonRef person = visible(viewer, personId);
        if (!may(viewer, personId)) {
            throw new NotFound();
        }
        Instant now = clock.instant();
        Period period = Period.read(input.period())
                .filter(said -> !said.isYear() && !said.isOver(LocalDate.ofInstant(now, viewer.zone())))
                .orElseThrow(() -> new StatementRefusal(null, "sales.statement.error.period"));
        if (input.bestCase().compareTo(input.committed()) < 0) {
            throw new StatementRefusal("bestCase", "sales.statement.error.best");
        }
        boolean own = personId == viewer.personId();
        if (!own && (input.note() == null || input.note().isBlank())) {
            throw new StatementRefusal("note", "sales.statement.error.reason");
        }
        statements.add(
                period,
                personId,
                person.teamId(),
                input,
                viewer.personId(),
                now,
                expected(viewer.scope("opportunity"), period, personId));
        if (!own) {
            notices.tell(
                    List.of(personId),
                    "sales.notice.forecastAdjusted",
                    List.of(viewer.name()),
                    "/sales/forecast/people/" + personId + "?period=" + period);
        }
    }

    private Expected expected(Scope scope, Period period, long personId) {
        return outlooks.sums(scope.base(), period.first(), period.last(), personId).stream()
                .map(Sum::expected)
                .reduce(Expected.NOTHING, Expected::plus);
    }

    private PersonRef visible(Viewer viewer, long personId) {
        return people.find(personId)
                .filter(person -> viewer.scope("opportunity").base().includes(person.id(), person.teamId()))
                .orElseThrow(NotFound::new);
    }

    private static boolean may(Viewer viewer, long personId) {
        return viewer.can(personId == viewer.personId() ? "sales.forecast.submit" : "sales.forecast.adjust");
    }
}
