@echo off
rem Starts the engine with the options of jvm.options, and with the class-data archive that 'packer-build warmup' made.
setlocal EnableDelayedExpansion
set "directory=%~dp0"
set "jar=%directory%packer-build.jar"

if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java.exe")
"%java%" --version >nul 2>nul
if errorlevel 1 (
    echo packer-build needs Java 17 or newer, and '%java%' is none. Install it, or set JAVA_HOME.
    exit /b 1
)

set "options="
for /f "usebackq eol=# delims=" %%L in ("%directory%jvm.options") do (
    set "line=%%L"
    if "!line:~0,1!"=="-" set "options=!options! !line!"
)
for %%C in (validate inspect console fix version) do if "%~1"=="%%C" set "options=!options! -XX:TieredStopAtLevel=1"

rem The Java machine itself refuses an archive that was made by another Java or for another jar.
set "archive=%LOCALAPPDATA%\packer-build\packer-build.jsa"
if "%~1"=="warmup" set options=!options! "-Dpackerbuild.archive=%archive%"
if exist "%archive%" if not "%~1"=="warmup" set options=!options! "-XX:SharedArchiveFile=%archive%"
"%java%" %options% -jar "%jar%" %*
exit /b %errorlevel%
