package org.triviumcrm.shared.page;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/** An element that becomes markup made in Java. Its value is an expression, or, without any sign of one, a word as it is. */
final class KitAttribute extends AbstractAttributeTagProcessor {

    private static final int PRECEDENCE = 1400;

    private final Markup markup;

    @SuppressWarnings("NullAway") // any element
    KitAttribute(String prefix, String name, Markup markup) {
        super(TemplateMode.HTML, prefix, null, false, name, true, PRECEDENCE, true);
        this.markup = markup;
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName name,
            String value,
            IElementTagStructureHandler structure) {
        structure.replaceWith(markup.of(context, value.indexOf('$') < 0 ? value : evaluated(context, value)), false);
    }

    private static @Nullable Object evaluated(ITemplateContext context, String expression) {
        return StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, expression)
                .execute(context);
    }

    /** What is drawn; it escapes what it does not know to be markup. */
    interface Markup {

        String of(ITemplateContext context, @Nullable Object value);
    }
}
