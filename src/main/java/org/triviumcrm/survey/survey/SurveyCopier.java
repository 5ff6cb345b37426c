package org.triviumcrm.survey.survey;

/** Takes over what belongs to a survey when that is copied. Implemented by what it consists of. */
public interface SurveyCopier {

    void copy(long fromId, long toId);
}
