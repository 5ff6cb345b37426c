package org.triviumcrm.support.help;

import org.jspecify.annotations.Nullable;

/** A category with something to read in a language. @param articles in it, and below it */
public record HelpCategory(long id, @Nullable Long parentId, String name, long articles) {}
