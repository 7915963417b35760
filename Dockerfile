# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig appsettings.json ./
COPY src/ src/
COPY docs/drills/ docs/drills/
COPY wwwroot/ wwwroot/
RUN dotnet publish src/Mrap.Web/Mrap.Web.csproj -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
VOLUME /data
ENV Sandbox__DataDirectory=/data
EXPOSE 5080 5081 5082
ENTRYPOINT ["dotnet", "Mrap.Web.dll"]
