package org.triviumcrm.support.article;

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
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.category.ArticleLanguage;

/** The words of an article in a language, as they are worked on. Readers get them once they are published. */
@Entity
@Audited
@Table(name = "article_text")
public class ArticleText {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_text")
    @SequenceGenerator(name = "article_text", sequenceName = "article_text_seq", allocationSize = 50)
    private @Nullable Long id;

    private long articleId;

    @Enumerated(EnumType.STRING)
    private ArticleLanguage language;

    private String title;
    private String body;

    @Enumerated(EnumType.STRING)
    private ArticleState state = ArticleState.DRAFT;

    /** Whether something was written since it was published. */
    private boolean edited;

    @NotAudited
    private Instant writtenAt;

    /** Up to when it says what the main language says. */
    @NotAudited
    private Instant checkedAt;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected ArticleText() {}

    @SuppressWarnings("NullAway")
    ArticleText(long articleId, ArticleLanguage language, SaveText input, Instant now) {
        this.articleId = articleId;
        this.language = language;
        createdAt = now;
        title = input.title().strip();
        body = input.body();
        writtenAt = now;
        checkedAt = input.current() ? now : Instant.EPOCH;
        updatedAt = now;
    }

    void write(SaveText input, Instant now) {
        String newTitle = input.title().strip();
        if (!title.equals(newTitle) || !body.equals(input.body())) {
            edited = state == ArticleState.PUBLISHED;
            writtenAt = now;
        }
        title = newTitle;
        body = input.body();
        if (input.current()) {
            checkedAt = now;
        }
        updatedAt = now;
    }

    /** @throws WrongArticleState when that can't follow */
    void become(ArticleState next, Instant now) {
        boolean again = next == ArticleState.PUBLISHED && state == next && edited;
        if (!again && !state.next().contains(next)) {
            throw new WrongArticleState();
        }
        state = next;
        edited = false;
        updatedAt = now;
    }

    /** Whether the main language was changed after this one was last compared with it. */
    boolean isBehind(ArticleText main) {
        return language != main.language && state != ArticleState.RETIRED && checkedAt.isBefore(main.writtenAt);
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getArticleId() {
        return articleId;
    }

    public ArticleLanguage getLanguage() {
        return language;
    }

    public String getTitle() {
        return title;
    }

    public String getBody() {
        return body;
    }

    public ArticleState getState() {
        return state;
    }

    public boolean isEdited() {
        return edited;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public int getVersion() {
        return version;
    }
}
