package org.triviumcrm.support.article;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The words of an article in a language, as typed.
 *
 * @param body in Markdown
 * @param current whether it says what the main language says now
 * @param version null for a language that is new
 */
public record SaveText(
        @NotBlank(message = "{support.article.error.title}") @Size(max = 200, message = "{form.tooLong}")
        String title,

        @NotBlank(message = "{support.article.error.body}") @Size(max = 25000, message = "{form.tooLong}")
        String body,

        boolean current,
        @Nullable Integer version) {

    @SuppressWarnings("NullAway") // a form to begin with
    static SaveText empty() {
        return new SaveText(null, null, true, null);
    }

    static SaveText of(ArticleText text) {
        return new SaveText(text.getTitle(), text.getBody(), true, text.getVersion());
    }
}
