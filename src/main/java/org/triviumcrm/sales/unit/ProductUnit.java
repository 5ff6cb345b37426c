package org.triviumcrm.sales.unit;

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

/** What products are counted in. One that is not used any more is retired: products name it. */
@Entity
@Audited
@Table(name = "product_unit")
public class ProductUnit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_unit")
    @SequenceGenerator(name = "product_unit", sequenceName = "product_unit_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable String nameZh;
    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected ProductUnit() {}

    @SuppressWarnings("NullAway")
    ProductUnit(SaveProductUnit input, Clock clock) {
        createdAt = clock.instant();
        change(input, clock);
    }

    final void change(SaveProductUnit input, Clock clock) {
        name = input.name().strip();
        nameZh = input.nameZh();
        active = input.active();
        updatedAt = clock.instant();
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

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
