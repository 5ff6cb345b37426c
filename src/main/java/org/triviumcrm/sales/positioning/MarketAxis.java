package org.triviumcrm.sales.positioning;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** One way to look at the market, such as the price or how easy something is to use. One that is looked at no more is retired: placements name it. */
@Entity
@Audited
@Table(name = "market_axis")
public class MarketAxis {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "market_axis")
    @SequenceGenerator(name = "market_axis", sequenceName = "market_axis_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable String nameZh;

    @Enumerated(EnumType.STRING)
    private AxisKind kind;

    private @Nullable String unit;

    @Enumerated(EnumType.STRING)
    private BetterEnd better;

    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected MarketAxis() {}

    @SuppressWarnings("NullAway")
    MarketAxis(SaveAxis input, Clock clock) {
        createdAt = clock.instant();
        change(input, clock);
    }

    final void change(SaveAxis input, Clock clock) {
        name = input.name().strip();
        nameZh = kept(input.nameZh());
        kind = input.kind();
        unit = input.kind() == AxisKind.RATING ? null : kept(input.unit());
        better = input.better();
        active = input.active();
        updatedAt = clock.instant();
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

    public @Nullable String getNameZh() {
        return nameZh;
    }

    /** In a reader's language, as far as it was said. */
    public String nameIn(Locale locale) {
        return locale.getLanguage().equals("zh") && nameZh != null ? nameZh : name;
    }

    public AxisKind getKind() {
        return kind;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public BetterEnd getBetter() {
        return better;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
