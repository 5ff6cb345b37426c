package org.triviumcrm.survey.followup;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.PlannedTasks;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.survey.SurveyAnswered;
import org.triviumcrm.survey.survey.SurveyReading;

/** Whoever is not content is talked to: who looks after the customer gets a task, in the transaction that keeps the answer. */
@Component
class DetractorTasks {

    private static final Duration TIME = Duration.ofDays(2);

    private final PlannedTasks tasks;
    private final SurveyReading surveys;
    private final Companies companies;
    private final MessageSource messages;
    private final Clock clock;

    DetractorTasks(
            PlannedTasks tasks, SurveyReading surveys, Companies companies, MessageSource messages, Clock clock) {
        this.tasks = tasks;
        this.surveys = surveys;
        this.companies = companies;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    void on(SurveyAnswered answer) {
        Long customer = answer.customerId();
        if (customer != null && answer.isBad()) {
            Locale locale = companies.current().map(Company::locale).orElse(Locale.ENGLISH);
            String said = said(answer.nps(), answer.csat(), locale);
            String name = surveys.get(answer.surveyId()).getName();
            tasks.addForOwner(
                    customer,
                    message("survey.followup.task", locale, said),
                    message(
                            "survey.followup.body",
                            locale,
                            name,
                            "/surveys/" + answer.surveyId() + "/answers/" + answer.responseId()),
                    clock.instant().plus(TIME));
        }
    }

    private String said(@Nullable Integer nps, @Nullable Integer csat, Locale locale) {
        if (nps != null) {
            return message("survey.followup.nps", locale, nps);
        }
        return csat == null ? "" : message("survey.followup.csat", locale, csat);
    }

    private String message(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
