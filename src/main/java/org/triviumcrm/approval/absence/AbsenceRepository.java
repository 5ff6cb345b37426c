package org.triviumcrm.approval.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Absences in the database. */
@Repository
class AbsenceRepository {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that are not over on a day, the earliest first. */
    List<AbsenceRow> comingFrom(LocalDate day) {
        return jdbc.sql("""
                        select a.id, a.person_id, p.name as person, d.name as deputy, a.from_day, a.until_day, not d.active as deputy_left,
                            exists (select 1 from approval_absence o where o.person_id = a.deputy_id
                                and o.until_day >= a.from_day and o.from_day <= a.until_day) as deputy_away
                        from approval_absence a join person p on p.id = a.person_id join person d on d.id = a.deputy_id
                        where a.until_day >= :day and p.active
                        order by a.from_day, p.name, a.id limit :most""")
                .param("day", day)
                .param("most", MOST)
                .query(AbsenceRow.class)
                .list();
    }

    /** Those that have at least one of these days. */
    List<Absence> within(LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        select id, person_id, deputy_id, from_day, until_day, version from approval_absence
                        where until_day >= :from and from_day <= :until""")
                .param("from", from)
                .param("until", until)
                .query(Absence.class)
                .list();
    }

    Optional<Absence> find(long id) {
        return jdbc.sql(
                        "select id, person_id, deputy_id, from_day, until_day, version from approval_absence where id = :id")
                .param("id", id)
                .query(Absence.class)
                .optional();
    }

    /** @return whether it was still as it was seen */
    boolean change(long id, int version, ChangeAbsence input) {
        return jdbc.sql("""
                        update approval_absence set deputy_id = :deputy, from_day = :from, until_day = :until, updated_at = :now,
                            version = version + 1 where id = :id and version = :version""")
                        .param("deputy", input.deputyId())
                        .param("from", input.from())
                        .param("until", input.until())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("version", version)
                        .update()
                > 0;
    }

    /** Until the end of the transaction nobody else enters one: each is checked against all the others. */
    void lock() {
        jdbc.sql("lock table approval_absence in share row exclusive mode").update();
    }

    void insert(long personId, long deputyId, EnterAbsence input) {
        jdbc.sql("""
                        insert into approval_absence (id, person_id, deputy_id, from_day, until_day, created_at, updated_at)
                        values (nextval('approval_absence_seq'), :person, :deputy, :from, :until, :now, :now)""")
                .param("person", personId)
                .param("deputy", deputyId)
                .param("from", input.from())
                .param("until", input.until())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from approval_absence where id = :id").param("id", id).update();
    }

    /** It ends sooner. */
    void end(long id, LocalDate until) {
        jdbc.sql("""
                        update approval_absence set until_day = :until, updated_at = :now, version = version + 1 where id = :id""")
                .param("until", until)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}
