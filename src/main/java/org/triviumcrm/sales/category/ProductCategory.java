package org.triviumcrm.sales.category;

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

/** A place in the tree of the catalogue. One that is not used any more is retired: products name it. */
@Entity
@Audited
@Table(name = "product_category")
public class ProductCategory {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_category")
    @SequenceGenerator(name = "product_category", sequenceName = "product_category_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable Long parentId;
    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected ProductCategory() {}

    @SuppressWarnings("NullAway")
    ProductCategory(SaveProductCategory input, Clock clock) {
        createdAt = clock.instant();
        change(input, clock);
    }

    final void change(SaveProductCategory input, Clock clock) {
        name = input.name().strip();
        parentId = input.parentId();
        active = input.active();
        updatedAt = clock.instant();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public @Nullable Long getParentId() {
        return parentId;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
