package org.triviumcrm.survey.invitation;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.survey.Surveys.Invitation;

/** Whom we have asked by a link of their own. */
@Repository
class InvitationRepository {

    private final JdbcClient database;

    InvitationRepository(JdbcClient database) {
        this.database = database;
    }

    /** One that is still to be sent. */
    record Waiting(long id, long surveyId, @Nullable String name) {}

    /** @return its id */
    long add(Invitation invitation, @Nullable Long planId, Instant now, Instant expires) {
        return database.sql("""
                        insert into survey_invitation (survey_id, customer_id, contact_id, address, name, about, plan_id, created_at, expires_at)
                        values (:survey, :customer, :contact, :address, :name, :about, :plan, :now, :expires) returning id""")
                .param("survey", invitation.surveyId())
                .param("customer", invitation.customerId(), Types.BIGINT)
                .param("contact", invitation.contactId(), Types.BIGINT)
                .param("address", invitation.address())
                .param("name", invitation.name(), Types.VARCHAR)
                .param("about", invitation.about(), Types.VARCHAR)
                .param("plan", planId, Types.BIGINT)
                .param("now", utc(now))
                .param("expires", utc(expires))
                .query(Long.class)
                .single();
    }

    boolean exists(String address, Instant since) {
        return database.sql("""
                        select exists (select 1 from survey_invitation
                                       where lower(address) = lower(:address) and created_at > :since and failed_at is null)""")
                .param("address", address)
                .param("since", utc(since))
                .query(Boolean.class)
                .single();
    }

    /** Empty when it has been answered, or is too old. */
    Optional<Waiting> waiting(long id, Instant now) {
        return database.sql("""
                        select id, survey_id, name from survey_invitation
                        where id = :id and answered_at is null and expires_at > :now""")
                .param("id", id)
                .param("now", utc(now))
                .query(Waiting.class)
                .optional();
    }

    /** @param open whether it can be answered now */
    record Mine(long id, String title, Instant at, @Nullable Instant answeredAt, Instant expiresAt, boolean open) {}

    /** What one contact was asked, the latest first. */
    List<Mine> ofContact(long contactId, boolean chinese, Instant now, LocalDate today) {
        return database.sql("""
                        select i.id, i.created_at, i.answered_at, i.expires_at,
                               coalesce(case when :chinese then s.title_zh else s.title_en end, s.title_en, s.title_zh, s.name) as title,
                               i.answered_at is null and i.expires_at > :now and s.state = 'OPEN' and coalesce(s.opens_on <= :today, true)
                                   and coalesce(s.closes_on >= :today, true) and coalesce(s.answers < s.quota, true) as open
                        from survey_invitation i join survey s on s.id = i.survey_id
                        where i.contact_id = :contact order by i.created_at desc, i.id desc limit 100""")
                .param("contact", contactId)
                .param("chinese", chinese)
                .param("now", utc(now))
                .param("today", today)
                .query((row, number) -> {
                    OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
                    return new Mine(
                            row.getLong("id"),
                            row.getString("title"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            answered == null ? null : answered.toInstant(),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("open"));
                })
                .list();
    }

    /** It has not arrived: it counts neither as asked nor as unanswered. */
    void fail(long id, Instant now) {
        database.sql("update survey_invitation set failed_at = :now where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
