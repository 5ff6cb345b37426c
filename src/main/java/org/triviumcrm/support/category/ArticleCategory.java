package org.triviumcrm.support.category;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** What articles are filed under: at the top, or below one at the top. */
@Entity
@Audited
@Table(name = "article_category")
public class ArticleCategory {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_category")
    @SequenceGenerator(name = "article_category", sequenceName = "article_category_seq", allocationSize = 50)
    private @Nullable Long id;

    private @Nullable Long parentId;
    private int position;
    private @Nullable String nameEn;
    private @Nullable String nameZh;

    @NotAudited
    @Column(insertable = false, updatable = false)
    private String name;

    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected ArticleCategory() {}

    @SuppressWarnings("NullAway")
    ArticleCategory(SaveCategory input, Instant now) {
        createdAt = now;
        change(input, now);
    }

    void change(SaveCategory input, Instant now) {
        parentId = input.parentId();
        position = input.position();
        nameEn = input.nameEn();
        nameZh = input.nameZh();
        active = input.active();
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public @Nullable Long getParentId() {
        return parentId;
    }

    public int getPosition() {
        return position;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public @Nullable String getNameZh() {
        return nameZh;
    }

    /** What colleagues read, whatever their language. */
    public String getName() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
