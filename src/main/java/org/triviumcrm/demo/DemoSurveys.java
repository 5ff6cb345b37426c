package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the demo's customers are asked after tickets and twice a year, and what they say; the same whenever it is written. */
@Component
class DemoSurveys {

    private final DemoWriter writer;

    DemoSurveys(DemoWriter writer) {
        this.writer = writer;
    }

    void write(Instant since, Instant now) {
        Map<String, Long> surveys = surveys(since);
        Map<String, List<Long>> questions = questions(surveys);
        afterTickets(surveys, now);
        twiceAYear(surveys, now);
        worth();
        answers(surveys, questions);
        remarks("csat", of(questions, "csat", 1), "r.csat <= 2", false, surveys);
        remarks("nps", of(questions, "nps", 1), "r.nps <= 6", false, surveys);
        remarks("nps", of(questions, "nps", 2), "r.nps >= 9", true, surveys);
        run(
                "update survey s set answers = (select count(*) from survey_response r where r.survey_id = s.id)",
                Map.of());
        run("""
                insert into ticket_survey (survey_id, delay_hours, pause_days) values (:csat, 24, 30)
                on conflict (the_one) do update set survey_id = excluded.survey_id""", ids(surveys, now));
    }

    private Map<String, Long> surveys(Instant since) {
        Map<String, Long> surveys = new HashMap<>();
        Iterator<Long> ids = writer.ids("survey_seq", DemoFile.SURVEYS.rows().size());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (NamedCsvRecord row : DemoFile.SURVEYS.rows()) {
            long id = ids.next();
            surveys.put(row.getField("key"), id);
            DemoRow survey = new DemoRow()
                    .with("id", id)
                    .with("state", "OPEN")
                    .with("fallback", "EN")
                    .with("open_link", row.getField("key").equals("nps"))
                    .with("token", "demo" + row.getField("key") + "%016x".formatted(since.toEpochMilli() * 31 + id));
            row.getHeader().stream()
                    .filter(name -> !name.equals("key"))
                    .forEach(name -> survey.with(name, row.getField(name)));
            rows.add(survey.since(since, since));
        }
        writer.insert("survey", rows);
        return surveys;
    }

    private Map<String, List<Long>> questions(Map<String, Long> surveys) {
        Map<String, List<Long>> questions = new HashMap<>();
        List<NamedCsvRecord> file = DemoFile.SURVEY_QUESTIONS.rows();
        Iterator<Long> ids = writer.ids("survey_question_seq", file.size());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (NamedCsvRecord row : file) {
            List<Long> own = questions.computeIfAbsent(row.getField("survey"), key -> new ArrayList<>());
            String on = row.getField("on");
            DemoRow question = new DemoRow()
                    .with("id", ids.next())
                    .with("survey_id", surveys.get(row.getField("survey")))
                    .with("position", own.size() + 1)
                    .with("kind", row.getField("kind"))
                    .with("points", row.getField("kind").equals("SCALE") ? 5 : null)
                    .with("required", Boolean.parseBoolean(row.getField("required")))
                    .with(
                            "conditions",
                            on.isEmpty()
                                    ? null
                                    : conditions(own.get(Integer.parseInt(on) - 1), row.getField("values")));
            for (String name : List.of("words", "options", "low", "high")) {
                question.with(name + "_en", lines(row.getField(name + "_en")))
                        .with(name + "_zh", lines(row.getField(name + "_zh")));
            }
            own.add((Long) question.get("id"));
            rows.add(question);
        }
        writer.insert("survey_question", rows);
        return questions;
    }

    private static String conditions(long on, String values) {
        return Arrays.stream(values.split("\\|")).map(value -> on + ":" + value).collect(Collectors.joining(","));
    }

    private static @Nullable String lines(String field) {
        return field.isEmpty() ? null : field.replace('|', '\n');
    }

    /** A day after each ticket was solved; those that have a rating were answered some hours later. */
    private void afterTickets(Map<String, Long> surveys, Instant now) {
        run("""
                insert into survey_invitation (survey_id, customer_id, contact_id, address, name, about, created_at, expires_at, answered_at)
                select :csat, t.customer_id, t.contact_id, coalesce(k.email, 'somebody@example.com'), k.name, 'ticket:' || t.id,
                       t.solved_at + interval '24 hours', t.solved_at + interval '31 days',
                       case when t.satisfaction is not null then t.solved_at + interval '27 hours' end
                from ticket t left join contact k on k.id = t.contact_id
                where t.solved_at < :now - interval '28 hours' order by t.solved_at""", ids(surveys, now));
        run("""
                insert into survey_response (survey_id, invitation_id, language, at, customer_id, contact_id, level, about, csat)
                select i.survey_id, i.id, case when c.country = 'CN' then 'ZH' else 'EN' end, i.answered_at, i.customer_id, i.contact_id, c.level, i.about,
                       t.satisfaction
                from survey_invitation i join ticket t on i.about = 'ticket:' || t.id left join customer c on c.id = i.customer_id
                where i.survey_id = :csat and i.answered_at is not null order by i.answered_at""", ids(surveys, now));
    }

    /** Each contact in two months of the year; more than half answer, and a little more kindly with time. */
    private void twiceAYear(Map<String, Long> surveys, Instant now) {
        run("""
                insert into survey_invitation (survey_id, customer_id, contact_id, address, name, created_at, expires_at, answered_at)
                select :nps, k.customer_id, k.id, coalesce(k.email, 'somebody@example.com'), k.name, s.at, s.at + interval '30 days',
                       case when abs(hashtext('a' || k.id || m)) % 100 < 56 then s.at + make_interval(hours => abs(hashtext('h' || k.id || m)) % 90) end
                from contact k cross join generate_series(1, 12) m
                cross join lateral (select :now - make_interval(days => 30 * m - 5) as at) s
                where (k.id + m) % 6 = 0 and k.customer_id is not null order by s.at""", ids(surveys, now));
        run("""
                insert into survey_response (survey_id, invitation_id, language, at, customer_id, contact_id, level, nps)
                select i.survey_id, i.id, case when c.country = 'CN' then 'ZH' else 'EN' end, i.answered_at, i.customer_id, i.contact_id, c.level,
                       ('{10,10,9,9,9,9,8,8,8,7,7,7,6,6,5,3,9,10,2,8}'::int[])[1 + greatest(0,
                           abs(hashtext('s' || i.contact_id || i.created_at::date)) % 20 - case when i.created_at > :now - interval '150 days' then 3 else 0 end)]
                from survey_invitation i join customer c on c.id = i.customer_id
                where i.survey_id = :nps and i.answered_at is not null order by i.answered_at""", ids(surveys, now));
    }

    /** Classes as they are reckoned once the company is there: A for what brings four fifths, B until nineteen twentieths. */
    private void worth() {
        run("""
                update survey_response r set value_class = v.class from (
                    select customer_id, case when sum(revenue) over up - revenue < 0.8 * sum(revenue) over () then 'A'
                        when sum(revenue) over up - revenue < 0.95 * sum(revenue) over () then 'B' else 'C' end as class
                    from (select customer_id, sum(base_amount) as revenue from customer_revenue group by 1) b
                    window up as (order by revenue desc, customer_id)) v
                where r.customer_id = v.customer_id""", Map.of());
    }

    private void answers(Map<String, Long> surveys, Map<String, List<Long>> questions) {
        run("""
                insert into survey_answer (response_id, question_id, line, value)
                select id, case when csat is null then :nps else :csat end, 0, coalesce(csat, nps) from survey_response where nps is not null or csat is not null""", Map.of("csat", of(questions, "csat", 0), "nps", of(questions, "nps", 0)));
        run("""
                insert into survey_answer (response_id, question_id, line, value)
                select r.id, :question, 0, v from survey_response r cross join generate_series(1, 4) v
                where r.survey_id = :survey and abs(hashtext('m' || r.id || v)) % 10 < 6 - v""", Map.of("question", of(questions, "nps", 3), "survey", surveys.get("nps")));
    }

    /** Every second one says why. */
    private void remarks(String survey, long question, String who, boolean good, Map<String, Long> surveys) {
        List<NamedCsvRecord> said = DemoFile.SURVEY_REMARKS.rows().stream()
                .filter(row -> row.getField("survey").equals(survey))
                .filter(row -> Boolean.parseBoolean(row.getField("good")) == good)
                .toList();
        for (int i = 0; i < said.size(); i++) {
            run(
                    """
                insert into survey_answer (response_id, question_id, line, value, text)
                select r.id, :question, 0, 0, case when r.language = 'ZH' then :chinese else :english end from survey_response r
                where r.survey_id = :survey and %s and r.id %% :many = :one""".formatted(who),
                    Map.of(
                            "question",
                            question,
                            "survey",
                            surveys.get(survey),
                            "english",
                            said.get(i).getField("english"),
                            "chinese",
                            said.get(i).getField("chinese"),
                            "many",
                            said.size() * 2,
                            "one",
                            i));
        }
    }

    /** @param place from 0 */
    private static long of(Map<String, List<Long>> questions, String survey, int place) {
        return Objects.requireNonNull(questions.get(survey)).get(place);
    }

    private static Map<String, Object> ids(Map<String, Long> surveys, Instant now) {
        return Map.of("csat", surveys.get("csat"), "nps", surveys.get("nps"), "now", now.atOffset(ZoneOffset.UTC));
    }

    private void run(String sql, Map<String, ?> parameters) {
        writer.database().update(sql, parameters);
    }
}
