package org.triviumcrm.marketing.score;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** What leads get points for: for what they are, or each time for something they do. */
@Entity
@Audited
@Table(name = "score_rule")
public class ScoreRule {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "score_rule")
    @SequenceGenerator(name = "score_rule", sequenceName = "score_rule_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private int points;

    /** Each time counts; null for what a lead is. */
    @Enumerated(EnumType.STRING)
    private @Nullable LeadEvent event;

    /** As {@link ScoreConditions} writes them. */
    private String conditions;

    /** After so many days half of it is left; null where it stays. */
    private @Nullable Integer halfLifeDays;

    /** However often it happens, no more than this comes of it; null without such a bound. */
    private @Nullable Integer most;

    private boolean active;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected ScoreRule() {}

    @SuppressWarnings("NullAway")
    ScoreRule(SaveScoreRule input, Instant now) {
        createdAt = now;
        change(input, now);
    }

    /** @param input without anything wrong in it, its conditions written */
    void change(SaveScoreRule input, Instant now) {
        name = input.getName().strip();
        points = Objects.requireNonNull(input.getPoints());
        event = input.getEvent();
        conditions = input.getConditions();
        halfLifeDays = event == null ? null : input.getHalfLifeDays();
        most = event == null ? null : input.getMost();
        active = input.isActive();
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public int getPoints() {
        return points;
    }

    public @Nullable LeadEvent getEvent() {
        return event;
    }

    public String getConditions() {
        return conditions;
    }

    public @Nullable Integer getHalfLifeDays() {
        return halfLifeDays;
    }

    public @Nullable Integer getMost() {
        return most;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
