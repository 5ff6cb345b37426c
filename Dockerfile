# The jar is built in the first stage, or outside: mvn package && docker build --build-arg JAR_FROM=prebuilt .
ARG BUILD_IMAGE=maven:3-eclipse-temurin-25
ARG BASE_IMAGE=eclipse-temurin:25-jre
ARG JAR_FROM=build

FROM ${BUILD_IMAGE} AS build
WORKDIR /source
COPY pom.xml .
COPY src src
RUN mvn -B -q -DskipTests package && mkdir /jar && cp target/trivium-*.jar /jar/trivium.jar

FROM ${BASE_IMAGE} AS prebuilt
COPY target/trivium-*.jar /jar/trivium.jar

FROM ${JAR_FROM} AS jar

FROM ${BASE_IMAGE}
RUN useradd --system --uid 10001 --home-dir /trivium --create-home trivium
USER trivium
WORKDIR /trivium
COPY --from=jar /jar/trivium.jar trivium.jar
ENV JAVA_TOOL_OPTIONS="-Xmx512m -XX:+UseSerialGC"
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "trivium.jar"]
