package org.triviumcrm.shared.page;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.IconSprite;

/**
 * The attributes {@code kit:icon}, {@code kit:ago}, {@code kit:row} and {@code kit:once}. An attribute of a template costs some
 * microseconds and a fragment ten; a list draws thousands of them, which was most of what it cost.
 */
@Component
class KitDialect extends AbstractProcessorDialect {

    private final IconSprite icons;
    private final Format format;
    private final ObjectProvider<ITemplateEngine> engine;

    KitDialect(IconSprite icons, Format format, ObjectProvider<ITemplateEngine> engine) {
        // among the standard attributes, so that th:block still is there when its turn comes
        super("Kit", "kit", StandardDialect.PROCESSOR_PRECEDENCE);
        this.icons = icons;
        this.format = format;
        this.engine = engine;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(
                new KitAttribute(prefix, "icon", (context, name) -> icons.svg(String.valueOf(name))),
                new KitAttribute(prefix, "ago", new MomentMarkup(format)),
                new KitAttribute(prefix, "row", new RowMarkup(icons, format)),
                new OnceAttribute(prefix, engine));
    }
}
