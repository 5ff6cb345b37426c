package org.triviumcrm.support.visitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.widget.AskFor;

/**
 * What a page needs to show the widget.
 *
 * @param open whether a talk can begin
 * @param language as HTML calls it
 * @param offline whether one may write while it is not open
 * @param suggests whether articles are offered for what a visitor writes
 * @param waitSeconds after which whoever waits is offered to write instead
 * @param files endings of those that may be sent
 * @param texts by the names of {@link WidgetText}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WidgetView(
        boolean open,
        String language,
        String colour,
        String title,
        String greeting,
        @Nullable String privacy,
        AskFor asksName,
        AskFor asksEmail,
        boolean offline,
        boolean suggests,
        int waitSeconds,
        String files,
        Map<String, String> texts) {

    WidgetView {
        texts = Map.copyOf(texts);
    }
}
