package org.triviumcrm.survey.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Whom a survey is sent to again and again: some of them each week, nobody too often. */
@Entity
@Audited
@Table(name = "survey_plan")
public class SurveyPlan {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "survey_plan")
    @SequenceGenerator(name = "survey_plan", sequenceName = "survey_plan_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private long surveyId;
    private @Nullable String levels;
    private int everyMonths;
    private int weeklyShare;
    private boolean active;

    @NotAudited
    private Instant nextAt;

    @NotAudited
    @Column(updatable = false)
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected SurveyPlan() {}

    @SuppressWarnings("NullAway")
    SurveyPlan(SavePlan input, Instant now) {
        createdAt = now;
        change(input, now);
    }

    /** The job looks at it soon. */
    void change(SavePlan input, Instant now) {
        name = input.name().strip();
        surveyId = input.surveyId();
        levels = input.lines().isEmpty() ? null : String.join("\n", input.lines());
        everyMonths = input.everyMonths();
        weeklyShare = input.weeklyShare();
        active = input.active();
        nextAt = now;
        updatedAt = now;
    }

    SavePlan toInput() {
        return new SavePlan(name, surveyId, levels, everyMonths, weeklyShare, active, version);
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public long getSurveyId() {
        return surveyId;
    }

    /** Of customers; empty for all. */
    public List<String> levels() {
        return levels == null ? List.of() : levels.lines().toList();
    }

    public int getEveryMonths() {
        return everyMonths;
    }

    public int getWeeklyShare() {
        return weeklyShare;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
