package org.triviumcrm.sales.competitor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** A company that opportunities are lost to. One that is not met any more is retired: the past names it. */
@Entity
@Audited
@Table(name = "competitor")
public class Competitor {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "competitor")
    @SequenceGenerator(name = "competitor", sequenceName = "competitor_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable String website;
    private @Nullable String description;
    private @Nullable String products;
    private @Nullable String strengths;
    private @Nullable String weaknesses;
    private @Nullable String answers;
    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Competitor() {}

    Competitor(SaveCompetitor said, Clock clock) {
        this.name = said.name().strip();
        tell(said);
        this.createdAt = clock.instant();
        this.updatedAt = createdAt;
    }

    void change(SaveCompetitor said, Clock clock) {
        name = said.name().strip();
        active = said.active();
        tell(said);
        updatedAt = clock.instant();
    }

    private void tell(SaveCompetitor said) {
        website = kept(said.website());
        description = kept(said.description());
        products = kept(said.products());
        strengths = kept(said.strengths());
        weaknesses = kept(said.weaknesses());
        answers = kept(said.answers());
    }

    private static @Nullable String kept(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getWebsite() {
        return website;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public @Nullable String getProducts() {
        return products;
    }

    public @Nullable String getStrengths() {
        return strengths;
    }

    public @Nullable String getWeaknesses() {
        return weaknesses;
    }

    public @Nullable String getAnswers() {
        return answers;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
